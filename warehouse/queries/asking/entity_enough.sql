-- Whether the latest stories have rows enough in this table: nothing was left out, or as many as are wanted are no older than what was.
with since as (
    select min(earliest) as earliest from (select any_value(earliest) as earliest from entity_line where kind = $kind group by story_id order by earliest desc limit $limit)
)
select not exists (from entity_line where kind = $kind and latest < (select earliest from since))
       or (count(*) = $limit and min(coalesce(date_published, '-infinity')) >= (select earliest from since))
from query_table($table)
