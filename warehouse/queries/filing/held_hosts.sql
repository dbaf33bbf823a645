-- Hosts that may not be asked yet at a moment.
select host, max(held_until) from feed_host where held_until > $now group by host
