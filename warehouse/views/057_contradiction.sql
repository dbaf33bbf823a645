create view contradiction as
with said as (
    select
        q.measure, q.timex_value, q.unit, q.subtype, q.value, q.value_high, q.bound, q.publisher, q.article_id, q.exact, q.date_published,
        o.origin,
        if(q.bound in ('<', '<='), '-infinity'::double, q.value) as low,
        if(q.bound in ('>', '>='), 'infinity'::double, coalesce(q.value_high, q.value)) as high,
        if(q.bound = '~', 0.1, 0.005) * abs(q.value) as tolerance
    from quantity q join fact_origin o using (fact_id)
    where q.measure is not null and q.subject is not null and q.timex_value is not null and q.modality in ('asserted', 'claimed')
      and q.subtype not in ('ordinal', 'ranking')
),
pair as (
    select a.measure, a.timex_value, a.unit
    from said a join said b
      on a.measure = b.measure and a.timex_value = b.timex_value and a.unit = b.unit and a.origin <> b.origin
     and a.high + greatest(a.tolerance, b.tolerance) < b.low
    group by all
)
select
    s.measure, s.timex_value, s.unit,
    count(distinct s.origin) as independent,
    min(s.value) as lowest,
    max(coalesce(s.value_high, s.value)) as highest,
    list({'value': s.value, 'value_high': s.value_high, 'bound': s.bound, 'publisher': s.publisher, 'origin': s.origin,
          'article_id': s.article_id, 'exact': s.exact} order by s.value, s.date_published, s.article_id) as versions
from said s join pair p on p.measure = s.measure and p.timex_value = s.timex_value and p.unit = s.unit
group by s.measure, s.timex_value, s.unit;
comment on view contradiction is 'The same measure, time and unit with values that cannot both be right, from different origins, and who says which.';
comment on column contradiction.measure is 'What is measured.';
comment on column contradiction.timex_value is 'For when (TIMEX3).';
comment on column contradiction.unit is 'UCUM, ISO 4217 or {noun}.';
comment on column contradiction.independent is 'Independent origins.';
comment on column contradiction.lowest is 'The lowest value said.';
comment on column contradiction.highest is 'The highest value said.';
comment on column contradiction.versions is 'Who says which, with the exact words.';
