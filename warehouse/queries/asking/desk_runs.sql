-- Runs since a moment, by kind and how they ended.
select kind, state, count(*) as runs
from run where started_at >= $since group by all order by runs desc, kind, state
