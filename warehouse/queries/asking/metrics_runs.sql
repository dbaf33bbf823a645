-- The last run of each kind and how long it took.
select run_id, kind, state, started_at, epoch(finished_at - started_at)
from run where finished_at is not null
qualify row_number() over (partition by kind order by started_at desc, run_id desc) = 1
order by kind
