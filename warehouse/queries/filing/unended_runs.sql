-- Runs without an end of their own, as far as Prefect knows them.
select run_id, state, flow_run_id from run
where state in ('running', 'interrupted', 'taken over') and flow_run_id is not null
