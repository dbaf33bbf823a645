-- The positions of each word of the batch. Words of more than 64 letters are encoded data, not words.
create or replace temp table search_batch_words as
select term, list(document) as documents, list(position) as positions
from incoming
where length(term) <= 64
group by term
