-- Add the batch's articles to the index.
insert into search_document
select document, batch, article_id, len(headline) + len(body) from search_batch
