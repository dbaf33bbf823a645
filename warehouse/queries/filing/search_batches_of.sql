-- Batches of the word index that hold the incoming articles.
select distinct batch from search_document semi join incoming using (article_id)
