-- What a person set for feeds that are subscribed to, and for all feeds.
select s.feed_id, s.url, s.key, s.name, s.value
from feed_setting s
where s.feed_id is null or s.feed_id in (select feed_id from feed)
order by s.feed_id nulls first, s.key, s.name
