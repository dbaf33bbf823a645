-- The words of some batches, one row a word.
create or replace temp table search_part as
select term_id, $first as batch, flatten(list(documents order by batch)) as documents, flatten(list(positions order by batch)) as positions
from search_posting
where batch between $first and $last
group by term_id
