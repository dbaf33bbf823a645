-- What incoming claims say: each once, since all who make a claim say the same.
select columns(c.* exclude (article_id)) from claim c
where c.rowid in (select min(a.rowid) from claim a semi join incoming i using (claim_id) group by a.claim_id)
