-- Add entries never seen before.
insert into feed_entry
select i.feed_id, i.entry_key, i.guid_key, i.url_key, i.title_key, i.content_hash, i.seen_at::timestamptz, i.seen_at::timestamptz,
       i.page_state, i.page_attempts, i.page_reason
from incoming i anti join feed_entry e on e.feed_id = i.feed_id and e.entry_key = i.entry_key
