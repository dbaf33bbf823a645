-- New claims that have to be judged: those whose keys were not entered before. What is due is of $earliest to $latest, or of no day.
select distinct claim_id from claim_due
anti join (
    select claim_id from claim_key where (day is null or day between $earliest and $latest) and claim_id in (select claim_id from claim_due)
) k using (claim_id)
where keys is not null
order by 1
