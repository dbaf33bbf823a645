-- Feeds that need a look: failing, silent for longer than is usual for them, or given up by the desk because they are gone.
select coalesce(nullif(title, ''), url) as feed, standing || coalesce(': ' || remark, '') as trouble
from feed_health
where standing in ('failing', 'silent') or (standing = 'paused' and remark like 'gone:%')
order by standing, feed
