-- Give up what is left of batches of which no article stands any more.
delete from search_posting where batch not in (select batch from search_document where article_id is not null)
