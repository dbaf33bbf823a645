-- Feeds that need a look: failing, or silent for longer than is usual for them.
select title, standing || coalesce(': ' || remark, '') as trouble
from feed_health where standing in ('failing', 'silent') order by standing, title
