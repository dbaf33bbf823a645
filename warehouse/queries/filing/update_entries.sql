-- Entries seen again: their identity now, and the state of their pages.
update feed_entry set
    guid_key = coalesce(i.guid_key, feed_entry.guid_key), url_key = coalesce(i.url_key, feed_entry.url_key), title_key = i.title_key,
    content_hash = i.content_hash, last_seen_at = i.seen_at::timestamptz, page_state = i.page_state, page_attempts = i.page_attempts,
    page_reason = i.page_reason
from incoming i where feed_entry.feed_id = i.feed_id and feed_entry.entry_key = i.entry_key
