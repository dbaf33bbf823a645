-- The last run of each kind: its state and when it started.
select kind, state, started_at
from run
qualify row_number() over (partition by kind order by started_at desc) = 1
order by kind
