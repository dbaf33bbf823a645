-- Claims that nobody makes any more.
select distinct claim_id from claim_due
anti join (select claim_id from claim where claim_id in (select claim_id from claim_due)) c using (claim_id)
