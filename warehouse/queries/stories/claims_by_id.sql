-- What incoming claims say: each once, since all who make a claim say the same.
select columns(c.* exclude (article_id)) from claim c semi join incoming i using (claim_id)
qualify row_number() over (partition by claim_id order by fact_id) = 1
