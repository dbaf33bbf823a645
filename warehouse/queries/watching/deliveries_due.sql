-- What is to be sent now: what is due, but not to a target that failed and is to be left alone for a while; and what an
-- attempt began with of which nobody knows the end.
with held as (
    select distinct target from delivery where state = 'waiting' and error is not null and due_at > $now
)
select delivery_id, target, message_id, attempts
from delivery
where state = 'sending' or (state = 'waiting' and due_at <= $now and target not in (from held))
order by due_at, delivery_id
