-- What the word index keeps of the incoming batches when documents of no article are left out.
create or replace temp table search_kept as
select term_id, batch, list(document order by document, position) as documents, list(position order by document, position) as positions
from (
    select p.term_id, p.batch, unnest(p.documents) as document, unnest(p.positions) as position
    from search_posting p semi join incoming i using (batch)
)
semi join (select document from search_document where article_id is not null) using (document)
group by term_id, batch
