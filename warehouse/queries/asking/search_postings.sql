-- Every occurrence of some words.
select term_id, unnest(documents) as document, unnest(positions) as position from search_posting where term_id in $terms
