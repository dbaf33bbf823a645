-- All watches with what came of them, by name.
with found as (select watch, count(*) as alerts, max(found_at) as last_alert from alert group by watch),
sent as (
    select watch, count(*) filter (where state <> 'sent') as waiting, count(*) filter (where state <> 'sent' and error is not null) as failing,
           arg_max(error, attempted_at) filter (where state <> 'sent' and error is not null) as error
    from delivery group by watch
)
select w.name, kind, question, publisher, since, until, unit, at_least, at_most, outlets, targets, pace, send_at, quiet, timezone, networks,
       declared, added_at, trouble, coalesce(f.alerts, 0), f.last_alert, coalesce(s.waiting, 0), coalesce(s.failing, 0), s.error
from watch w left join found f on f.watch = w.name left join sent s on s.watch = w.name
order by w.name
