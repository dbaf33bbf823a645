-- Runs that took in documents, ended well since a moment and are known to no Prefect server: their outcomes, and their first documents, troubles first.
select r.run_id, r.kind, r.started_at, r.finished_at,
       (select map_from_entries(list((outcome, n) order by outcome)) from (select outcome, count(*) as n from arrival a where a.run_id = r.run_id and outcome is not null group by outcome)) as outcomes,
       (
           select list({arrival_id: arrival_id, document: source_uri, outcome: outcome, reason: reason, headline: headline, publisher: publisher, date_published: date_published, words: word_count, article_id: article_id} order by position)
           from (
               select a.arrival_id, a.source_uri, a.outcome, a.reason, a.article_id, t.headline, t.publisher, t.date_published, t.word_count,
                      row_number() over (order by a.outcome not in ('failed', 'rejected'), a.arrival_id) as position
               from arrival a left join article t using (article_id)
               where a.run_id = r.run_id and a.outcome is not null
               qualify position <= $rows
           )
       ) as documents
from run r
where r.flow_run_id is null and r.state = 'finished' and r.kind in ('ingest', 'poll', 'retry') and r.finished_at >= $since
order by r.started_at
limit $most
