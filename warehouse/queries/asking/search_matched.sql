-- The documents of the word index that the macro finds, in a database whose index is made of several.
select document, score from search($query) join search_document using (article_id)
