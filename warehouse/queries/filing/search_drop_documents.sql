-- Delete documents of no article from the incoming batches.
delete from search_document where article_id is null and batch in (select batch from incoming)
