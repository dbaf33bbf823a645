-- The runs are known to a Prefect server now, under these ids and names.
update run set flow_run_id = i.flow_run_id, flow_run_name = i.flow_run_name from incoming i where run.run_id = i.run_id
