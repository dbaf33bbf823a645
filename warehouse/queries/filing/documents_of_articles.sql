-- The documents of the incoming articles: those they were read from, and later ones with the same text.
select raw_document_id from article semi join incoming using (article_id)
union
select raw_document_id from arrival semi join incoming using (article_id) where raw_document_id is not null
order by 1
