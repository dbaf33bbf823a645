-- Documents that were taken out and are refused, by the beginning of the id of their bytes or of the article they were.
select distinct raw_document_id from forgotten
where lifted_at is null and (starts_with(raw_document_id, lower($name)) or starts_with(article_id, lower($name)))
order by 1
