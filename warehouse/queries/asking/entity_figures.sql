-- Figures of an entity, the latest first: those that are rows of story_quantity. A table of this connection.
create or replace temp table entity_figures as
with counted as materialized (  -- their numbers alone: words are read of those that are alike
    select n.*, f.subtype, f.value, f.value_high, f.of_value, f.bound, f.unit, f.timex_value from entity_near n join fact f on f.rowid = n.line
),
alike as materialized (
    select n.*
    from counted n
    semi join (from counted where is_about) c on c.story_id = n.story_id and c.unit is not distinct from n.unit and c.value is not distinct from n.value
        and c.value_high is not distinct from n.value_high and c.of_value is not distinct from n.of_value and c.bound is not distinct from n.bound
        and c.timex_value is not distinct from n.timex_value and c.subtype is not distinct from n.subtype
),
worded as materialized (select a.*, f.fact_id, f.subject, f.object, f.exact, f.start_char from alike a join fact f on f.rowid = a.line),
nouns as materialized (select said, noun_phrase(said) as noun from (select subject as said from worded union select object from worded) where said is not null),
measures as (  -- as in the view quantity, which would make the nouns of all articles
    select a.*, case when unit like '{%' or unit = '%' then coalesce(o.noun, s.noun) else coalesce(s.noun, o.noun) end as measure
    from worded a left join nouns s on s.said = a.subject left join nouns o on o.said = a.object
),
measured as (
    select q.*, count(distinct q.article_id) over same as articles,
           row_number() over (partition by q.story_id, q.subtype, coalesce(q.measure, q.exact), q.value, q.value_high, q.of_value, q.bound, q.unit, q.timex_value
                              order by q.is_original desc, q.date_published, q.article_id, q.start_char) as rank
    from measures q
    window same as (partition by q.story_id, q.subtype, coalesce(q.measure, q.exact), q.value, q.value_high, q.of_value, q.bound, q.unit, q.timex_value)
)
select date_published, measure, value, value_high, unit, bound, timex_value, exact, article_id, articles
from measured where rank = 1 and is_about
order by date_published desc nulls last, article_id, start_char, fact_id limit $limit
