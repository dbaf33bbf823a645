-- The articles that were read from the incoming documents.
select article_id from article semi join incoming using (raw_document_id) order by 1
