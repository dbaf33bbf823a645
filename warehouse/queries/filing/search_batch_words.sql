-- The occurrences of each word of the batch.
create or replace temp table search_batch_words as
select word, list(document) as documents, list(position) as positions
from incoming
group by word
