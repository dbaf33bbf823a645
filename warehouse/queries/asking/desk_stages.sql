-- Where the time of the runs since a moment went, the slowest stage first.
select stage, sum(seconds) as seconds
from run_stage join run using (run_id)
where started_at >= $since
group by stage order by seconds desc limit 8
