-- State of every feed, those with problems first.
select feed_id, title, url, standing, next_poll_at, last_success_at, new_7d::bigint, remark
from feed_health
order by standing not in ('failing', 'silent'), standing = 'paused', lower(title), url
