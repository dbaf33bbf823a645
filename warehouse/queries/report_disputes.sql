-- Where independent sources give different values for the same measure, time and unit: the most disputed first.
with disputed as (
    select measure, timex_value, unit, independent, unnest(versions) as version,
           row_number() over (order by independent desc, measure, unit, timex_value) as rank
    from contradiction qualify rank <= $n
)
select d.measure, d.version.value, d.version.value_high, d.unit, d.version.bound, d.timex_value, d.version.exact,
       a.article_id, a.headline, d.version.publisher, a.date_published
from disputed d join article a on a.article_id = d.version.article_id
order by d.rank, d.version.value, a.article_id
