-- Delete what is left of batches without any current article.
delete from search_posting where batch not in (select batch from search_document where article_id is not null)
