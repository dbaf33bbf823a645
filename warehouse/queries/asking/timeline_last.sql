-- The last day that a list of dated facts needs (timeline_lines): so many stories have a line or more up to it. Empty: all days are needed. They are of timeline_dated.
with dated as not materialized (from $dated),
near as (
    select day, story_id from dated order by if($since is null, time_start, null) desc, time_start limit 50 * $limit
)
select coalesce(if($since is null, max(day), min(day)), '') as day
from (select day, sum(count(distinct story_id)) over (order by if($since is null, day, null) desc, day) as lines from near group by day)
where lines >= $limit
