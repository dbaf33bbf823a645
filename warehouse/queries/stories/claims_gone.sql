-- Claims that nobody makes any more.
select distinct claim_id from claim_due anti join claim using (claim_id)
