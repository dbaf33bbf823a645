-- The entries remembered of some feeds, the latest seen last.
select e.feed_id, e.entry_key, e.guid_key, e.url_key, e.title_key, e.content_hash, e.page_state, e.page_attempts
from feed_entry e join incoming i using (feed_id)
order by e.feed_id, e.last_seen_at, e.entry_key
