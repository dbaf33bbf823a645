-- Forget the keys of claims that nobody makes any more.
delete from claim_key where claim_id in (select claim_id from incoming)
