-- Seconds by stage of the last run of each kind.
with last as (
    select run_id from run where finished_at is not null
    qualify row_number() over (partition by kind order by started_at desc, run_id desc) = 1
)
select s.run_id, s.stage, sum(s.seconds) from run_stage s join last using (run_id) group by all order by s.run_id, s.stage
