-- A feed that moved to the address of another subscription is paused: two would only ask twice for the same.
update feed set status = 'paused', next_poll_at = null, reason = 'moved: its new address is that of another subscription'
where status = 'active' and exists (
    select 1 from feed other
    where other.url = feed.url and other.status = 'active'
      and (other.added_at < feed.added_at or (other.added_at = feed.added_at and other.feed_id < feed.feed_id)))
