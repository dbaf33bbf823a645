-- What incoming claims say: each once, since all who make a claim say the same; all are of $earliest to $latest, or of no day.
select columns(c.* exclude (article_id)) from claim c
where c.rowid in (
    select min(a.rowid) from (select claim_id, rowid from claim where day is null or day between $earliest and $latest) a
    semi join incoming i using (claim_id) group by a.claim_id
)
