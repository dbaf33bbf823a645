-- Where each word of the batch stands. Words of more than 64 letters are encoded data, not words.
create or replace temp table search_batch_words as
with occurrence as (
    select document, unnest(headline) as term, generate_subscripts(headline, 1) as position from search_batch
    union all
    select document, unnest(body), 255 + generate_subscripts(body, 1) from search_batch
)
select term, list(document) as documents, list(position::integer) as positions
from occurrence
where length(term) <= 64
group by term
