-- Delete the postings of the incoming batches.
delete from search_posting where batch in (select batch from incoming)
