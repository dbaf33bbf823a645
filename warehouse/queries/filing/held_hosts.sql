-- Hosts that may not be asked yet at a moment. No host is held for longer than a day: what is later was entered by a clock
-- that has been put back since.
select host, max(held_until) from feed_host where held_until > $now and held_until <= $now + interval '25 hours' group by host
