-- The documents of some feeds beside their own addresses.
select feed_id, url, kind, state, lastmod, etag, last_modified, body_hash, entries, attempts, asked_at, reason
from feed_part join incoming using (feed_id)
