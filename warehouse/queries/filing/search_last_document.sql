-- The highest number that the word index has given to a document.
select coalesce(max(document), 0) from search_document
