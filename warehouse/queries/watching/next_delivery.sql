-- When the next delivery is due; NULL when none waits.
with held as (
    select target, min(due_at) as due_at from delivery where state = 'waiting' and error is not null group by target
)
select min(case when state = 'sending' then attempted_at else greatest(d.due_at, coalesce(h.due_at, d.due_at)) end)
from delivery d left join held h using (target) where state <> 'sent'
