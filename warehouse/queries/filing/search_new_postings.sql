-- Add the batch to the index.
insert into search_posting
select t.term_id, $batch, b.documents, b.positions
from search_batch_words b join incoming i using (word) join search_term t on t.term = i.term and t.language = i.language
order by t.term_id
