-- Deliveries that wait, the next first, by target and watch.
select target, watch, state, count(*), min(due_at), max(attempts), arg_max(error, attempted_at)
from delivery where state <> 'sent'
group by target, watch, state
order by min(due_at), target, watch
