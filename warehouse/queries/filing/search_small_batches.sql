-- Small batches since the last large one: first and last of those to put together now, and how many documents they have.
with small as (
    select batch, document, min(batch) over () as first
    from search_document
    where batch > (
        select coalesce(max(batch), -1) from (select batch from search_document group by batch having count(*) >= $part)
    )
)
select min(batch), max(batch), count(*) from small where batch < first + 2 * $part
