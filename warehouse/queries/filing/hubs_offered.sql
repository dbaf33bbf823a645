-- The hub of each subscribed feed; with the feed's address when it is active.
select h.feed_id, h.hub, h.topic, case when f.status = 'active' then f.url end
from feed_hub h join feed f using (feed_id)
order by h.feed_id
