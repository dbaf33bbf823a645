-- Add the batch to the index.
insert into search_posting
select t.term_id, $batch, b.documents, b.positions
from search_batch_words b join search_term t using (term)
order by t.term_id
