-- Where stories give different values for the same thing at the same time; a value once, as first printed.
-- Few values come first: what many give differently each time may be told anew each time.
with disputed as (
    select coalesce(measure, thing) as measure, timex_value, unit, versions,
           row_number() over (order by len(list_distinct(list_transform(versions, lambda v: v.value))), independent desc, thing, unit, timex_value) as rank
    from contradiction
    qualify rank <= $n
),
version as (
    select measure, timex_value, unit, rank, unnest(versions) as v from disputed
)
select d.measure, d.v.value, d.v.value_high, d.unit, d.v.bound, d.timex_value, d.v.exact,
       a.article_id, coalesce(a.headline, opening(a.article_body)), d.v.publisher, a.date_published
from version d join article a on a.article_id = d.v.article_id
qualify row_number() over (partition by d.rank, d.v.value order by a.date_published nulls last, a.article_id) = 1
order by d.rank, d.v.value, a.article_id
