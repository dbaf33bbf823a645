-- Write what a batch of polls changed about its feeds.
update feed set
    url = i.url, title = coalesce(nullif(feed.title, ''), i.title), site = coalesce(feed.site, i.site), status = i.status, reason = i.reason,
    etag = i.etag, last_modified = i.last_modified, body_hash = i.body_hash, interval_seconds = i.interval, failures = i.failures,
    next_poll_at = i.next_poll_at::timestamptz, last_poll_at = i.last_poll_at::timestamptz,
    last_success_at = i.last_success_at::timestamptz, last_new_at = i.last_new_at::timestamptz, full_at = i.full_at::timestamptz,
    distrusted_until = i.distrusted_until::timestamptz, usual_gap_seconds = i.usual_gap::double
from incoming i where feed.feed_id = i.feed_id
