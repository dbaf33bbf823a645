-- Number the words that were never seen before.
insert into search_term
select (select coalesce(max(term_id), 0) from search_term) + row_number() over (order by b.term), b.term
from search_batch_words b
where not exists (select 1 from search_term t where t.term = b.term)
