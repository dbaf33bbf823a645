-- Feeds due at a moment whose host may be asked, the longest due first.
select feed_id, url, title, publisher, full_text, status, reason, etag, last_modified, body_hash, interval_seconds, failures,
       next_poll_at, last_poll_at, last_success_at, last_new_at, full_at, distrusted_until, usual_gap_seconds, site
from feed
where status = 'active' and ($everything or next_poll_at is null or next_poll_at <= $now)
  and ($only is null or feed_id = $only or url = $only)
order by next_poll_at nulls first, feed_id
limit $most
