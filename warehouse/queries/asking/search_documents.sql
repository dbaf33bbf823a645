-- The articles of the word index and how long each is, in no certain order: numpy sorts them quicker.
select document, words from search_document where article_id is not null
