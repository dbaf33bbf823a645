-- Forget the groups of incoming claims.
delete from claim_group where claim_id in (select claim_id from incoming)
