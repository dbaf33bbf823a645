-- Small batches since the last part of the index: the first document, and how many documents there are.
select min(document), count(*) from search_document where batch > (
    select coalesce(max(batch), -1) from (
        select batch from search_document group by batch having count(*) >= $part
    )
)
