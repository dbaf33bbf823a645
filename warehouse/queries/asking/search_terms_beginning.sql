-- Words of the index with a certain beginning.
select term_id, term, language, stem from search_term where starts_with(term, $word)
