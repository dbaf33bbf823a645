create view ledger as
select
    r.run_id,
    any_value(r.kind) as kind,
    any_value(r.flow_run_name) as flow_run_name,
    any_value(r.started_at) as started_at,
    any_value(r.state) as state,
    count(a.arrival_id) as received,
    count(*) filter (where a.outcome = 'loaded') as loaded,
    count(*) filter (where a.outcome = 'unchanged') as unchanged,
    count(*) filter (where a.outcome = 'duplicate') as duplicate,
    count(*) filter (where a.outcome = 'revision') as revision,
    count(*) filter (where a.outcome = 'rejected') as rejected,
    count(*) filter (where a.outcome = 'failed') as failed,
    count(*) filter (where a.arrival_id is not null and a.outcome is null) as pending,
    count(a.arrival_id) = count(a.outcome) as adds_up
from run r
left join arrival a using (run_id)
group by r.run_id;
comment on view ledger is 'One row per run: documents received, and how each ended; adds_up says that received equals the sum of outcomes.';
comment on column ledger.run_id is 'The run.';
comment on column ledger.kind is 'What kind of run.';
comment on column ledger.flow_run_name is 'Its name in the Prefect UI.';
comment on column ledger.started_at is 'Start, UTC.';
comment on column ledger.state is 'running, finished, failed, interrupted or taken over.';
comment on column ledger.received is 'Documents that arrived.';
comment on column ledger.loaded is 'Filed as new articles.';
comment on column ledger.unchanged is 'Filed already: the same bytes, or the same text of the same outlet.';
comment on column ledger.duplicate is 'Filed as copies of another article.';
comment on column ledger.revision is 'Filed as revisions of another article.';
comment on column ledger.rejected is 'In quarantine: no article, for the reason given.';
comment on column ledger.failed is 'In quarantine: a parser failed on it.';
comment on column ledger.pending is 'Not finished; zero unless the run is at work or was killed.';
comment on column ledger.adds_up is 'Whether received is the sum of the outcomes.';
