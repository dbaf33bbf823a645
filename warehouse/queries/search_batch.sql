-- The words of a batch, document by document; numbers follow on from the highest ever given.
create or replace temp table search_batch as
with top as (select coalesce(max(document), 0) as document from search_document)
select
    (top.document + 1 + i.position)::integer as document,
    (top.document + 1)::integer as batch,
    i.article_id,
    list_slice(search_words(i.headline), 1, 255) as headline,
    search_words(i.body) as body
from incoming i, top
