-- Arrivals called unchanged although their bytes are no article end as the other arrivals of these bytes did.
update arrival set outcome = first.outcome, reason = first.reason, article_id = null
from (
    select raw_document_id, arg_min(outcome, arrival_id) as outcome, arg_min(reason, arrival_id) as reason
    from arrival where outcome in ('rejected', 'failed') and raw_document_id is not null group by all
) first
where arrival.raw_document_id = first.raw_document_id and arrival.outcome = 'unchanged'
    and not exists (select 1 from article x where x.article_id = arrival.article_id)
    and arrival.raw_document_id not in (select raw_document_id from forgotten)
returning arrival_id
