-- Pairs to judge: one is incoming, they have a key in common, and no single value of theirs (kind, days, unit, amount, period) keeps
-- them apart. What is left out here, parsers.claims.judge would refuse (tests/warehouse/stories/test_claims.py); limits of it come as parameters.
-- $earliest to $latest are the days of all that incoming claims can meet: older parts of the tables are not looked at.
with near as (from claim_key where day is null or day between $earliest and $latest),
fresh as (select k.key, k.claim_id, k.day, k.period from near k semi join incoming i using (claim_id)),
pair as (
    select distinct least(f.claim_id, k.claim_id) as one, greatest(f.claim_id, k.claim_id) as other
    from fresh f join near k using (key)
    where f.claim_id <> k.claim_id and (f.day is null or k.day is null or abs(f.day - k.day) <= $window_days
                                       or f.period = k.period and abs(f.day - k.day) <= $period_days)
),
said as (
    -- who make a claim say the same, so any of them will do; a bound that is missing is closed a little wider than the judge does
    select distinct on (claim_id)
        claim_id, kind, unit, also_unit, abs(value) as size, base or link is not distinct from 'more' or polarity <> '+' as never_differs,
        trend, link, day, time_start, time_end, replaces, partial,
        case when isinf(low) then high - 0.06 * abs(high) else low end as low,
        case when isinf(high) then low + 0.06 * abs(low) else high end as high
    from claim
    where (day is null or day between $earliest and $latest) and claim_id in (select one from pair union all select other from pair)
),
met as (
    select
        one, other, a, b,
        coalesce((a.time_start, a.time_end) = (b.time_start, b.time_end), false) as same_period,
        abs(a.day - b.day) as days
    from pair join said a on a.claim_id = one join said b on b.claim_id = other
    where a.kind = b.kind
),
figures as (
    select
        *,
        a.replaces is not null or b.replaces is not null as replaced,
        a.also_unit is not null or b.also_unit is not null as two_units,
        a.unit = b.unit as one_unit,
        greatest(a.low, b.low) <= least(a.high, b.high) + 0.01 * greatest(coalesce(a.size, 0), coalesce(b.size, 0)) as same_value,
        not a.never_differs and not b.never_differs and (a.trend is not distinct from b.trend or a.trend is null and b.link = 'to' or b.trend is null and a.link = 'to')
            and greatest(a.size, b.size) <= 1.01 * $most_times * least(a.size, b.size) and (same_period or days <= $apart_days) as other_value,
        a.time_end <= b.time_start or b.time_end <= a.time_start as other_period
    from met
)
select one, other
from figures
where coalesce(days <= case when same_period then $period_days else $window_days end, true)
  and (a.kind <> 'figure'
       or (not coalesce(other_period, false)
           and (replaced or (not a.partial and not b.partial and (two_units or (one_unit and (same_value or other_value)))))))
order by 1, 2
