-- Every occurrence of some words. The lists are read where a word of the join is: with `in (1, 2)` DuckDB would read them all.
select term_id, unnest(documents) as document, unnest(positions) as position
from search_posting
where term_id in (select unnest($terms::integer[]))
