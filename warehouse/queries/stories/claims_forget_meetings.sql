-- Forget the meetings of claims that nobody makes any more.
delete from claim_meeting where claim_id in (select claim_id from incoming) or other_id in (select claim_id from incoming)
