-- Feeds due at a moment whose host may be asked, the longest due first. One that was polled in the future (a clock was put
-- back) is due: its next time may be years ahead.
select feed_id, url, title, publisher, full_text, status, reason, etag, last_modified, body_hash, interval_seconds, failures,
       next_poll_at, last_poll_at, last_success_at, last_new_at, full_at, distrusted_until, usual_gap_seconds, site,
       (select max_by(to_url, noticed_at) from feed_move m
        where m.feed_id = feed.feed_id and m.how = 'redirect' and m.taken_at is null and m.noticed_at >= feed.last_poll_at)
from feed
where status = 'active' and ($everything or next_poll_at is null or next_poll_at <= $now or last_poll_at > $now + interval '10 minutes')
  and ($only is null or feed_id = $only or url = $only)
order by next_poll_at nulls first, feed_id
limit $most
