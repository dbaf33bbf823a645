-- Where independent sources give two or three values for one measure, time and unit; a value once, as first printed.
-- Measures of several words come first: the more is said of what was measured, the likelier it is the same thing.
with disputed as (
    select measure, timex_value, unit, independent, versions,
           row_number() over (order by contains(measure, ' ') desc, independent desc, measure, unit, timex_value) as rank
    from contradiction
    where len(list_distinct(list_transform(versions, lambda v: v.value))) in (2, 3)
    qualify rank <= $n
),
version as (
    select measure, timex_value, unit, rank, unnest(versions) as v from disputed
)
select d.measure, d.v.value, d.v.value_high, d.unit, d.v.bound, d.timex_value, d.v.exact,
       a.article_id, a.headline, d.v.publisher, a.date_published
from version d join article a on a.article_id = d.v.article_id
qualify row_number() over (partition by d.rank, d.v.value order by a.date_published nulls last, a.article_id) = 1
order by d.rank, d.v.value, a.article_id
