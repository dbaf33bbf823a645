-- The words of the index that have the stem of one of some words, these included.
select term_id, term, language, stem from search_term where stem in (select stem from search_term where term in $words)
