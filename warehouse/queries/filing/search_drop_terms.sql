-- Delete words that no document has any more.
delete from search_term where term_id not in (select term_id from search_posting)
