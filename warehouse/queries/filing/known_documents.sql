-- For each incoming document: are its bytes stored, which article are they, and did another run take it in already: one that was
-- interrupted, one that has it in hand now, one that ended while it stood at this run's door, or any if it arrives only once?
-- (A run that ended in the future ended before: the clock was put back since.)
with stored as (
    select raw_document_id from raw_document where raw_document_id in (select raw_document_id from incoming)
),
settled as (
    select raw_document_id, max(article_id) as article_id
    from arrival
    where raw_document_id in (select raw_document_id from incoming) and article_id is not null
    group by all
),
taken as (
    select i.position, max(a.arrival_id) as arrival_id, arg_max(a.outcome, a.arrival_id) as outcome,
           arg_max(a.reason, a.arrival_id) as reason, arg_max(a.article_id, a.arrival_id) as article_id
    from incoming i
    join arrival a on coalesce(a.raw_document_id, '') = i.raw_document_id and a.source_uri = i.source_uri
    join run r using (run_id)
    where r.run_id <> $run_id
        and (r.state in ('interrupted', 'running') or i.once
             or (epoch_us(r.finished_at) > i.arrived_us and r.finished_at <= coalesce($now, r.finished_at)))
    group by all
)
select i.position, s.raw_document_id is not null as stored, k.article_id, r.arrival_id, r.outcome, r.reason, r.article_id
from incoming i
left join stored s using (raw_document_id)
left join settled k using (raw_document_id)
left join taken r using (position)
order by i.position
