-- Some figures, the latest first: those that are rows of story_quantity, but only their stories are read.
with counted as materialized (
    select f.fact_id, a.story_id, f.subtype, f.value, f.value_high, f.of_value, f.bound, f.unit, f.timex_value
    from fact f join article a using (article_id) where f.rowid in (select unnest(list_value $lines))
),
printed as materialized (
    select a.article_id, a.story_id, a.date_published, (o.article_id = a.article_id) is true as is_original
    from article a left join story_original o using (story_id) where a.story_id in (select story_id from counted)
),
alike as materialized (
    select f.fact_id, a.*, f.subtype, f.subject, f.object, f.value, f.value_high, f.of_value, f.bound, f.unit, f.timex_value, f.exact, f.start_char
    from fact f join printed a using (article_id)
    semi join counted c on c.story_id = a.story_id and c.unit is not distinct from f.unit and c.value is not distinct from f.value
        and c.value_high is not distinct from f.value_high and c.of_value is not distinct from f.of_value and c.bound is not distinct from f.bound
        and c.timex_value is not distinct from f.timex_value and c.subtype is not distinct from f.subtype
    where f.kind = 'quantity'
),
nouns as materialized (select said, noun_phrase(said) as noun from (select subject as said from alike union select object from alike) where said is not null),
measures as (  -- as in the view quantity, which would make the nouns of all articles
    select a.*, case when unit like '{%' or unit = '%' then coalesce(o.noun, s.noun) else coalesce(s.noun, o.noun) end as measure
    from alike a left join nouns s on s.said = a.subject left join nouns o on o.said = a.object
),
measured as (
    select q.*, count(distinct q.article_id) over same as articles,
           row_number() over (partition by q.story_id, q.subtype, coalesce(q.measure, q.exact), q.value, q.value_high, q.of_value, q.bound, q.unit, q.timex_value
                              order by q.is_original desc, q.date_published, q.article_id, q.start_char) as rank
    from measures q
    window same as (partition by q.story_id, q.subtype, coalesce(q.measure, q.exact), q.value, q.value_high, q.of_value, q.bound, q.unit, q.timex_value)
)
select date_published, measure, value, value_high, unit, bound, timex_value, exact, article_id, articles
from measured
where rank = 1 and fact_id in (select fact_id from counted)
order by date_published desc nulls last, article_id, start_char, fact_id limit $limit
