-- The words of the batches from a document on, one row a word.
create or replace temp table search_part as
select term_id, $first as batch, flatten(list(documents order by batch)) as documents, flatten(list(positions order by batch)) as positions
from search_posting
where batch >= $first
group by term_id
