-- Number the words that were never seen before in their language; those of one stem follow one another.
insert into search_term
select (select coalesce(max(term_id), 0) from search_term) + row_number() over (order by b.stem, b.term, b.language), b.term, b.language, b.stem
from incoming b
where not exists (select 1 from search_term t where t.term = b.term and t.language = b.language)
