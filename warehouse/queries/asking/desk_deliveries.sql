-- Deliveries of watches that failed and wait for another attempt, by watch and target, with why and how often.
select watch || ' to ' || target as delivery,
       arg_max(error, attempted_at) || '; ' || max(attempts) || if(max(attempts) = 1, ' attempt, ', ' attempts, ') || count(*) || if(count(*) = 1, ' alert waits', ' alerts wait') as trouble
from delivery where state <> 'sent' and error is not null
group by watch, target
order by delivery
