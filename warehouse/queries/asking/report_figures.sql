-- Figures of the measures that occur most, with the words and the place of the number in them.
with figure as (
    select coalesce(q.measure, q.subtype) as name, q.*, f.anchor_start - f.start_char as anchor_from, f.anchor_end - f.start_char as anchor_to
    from quantity q join fact f using (fact_id)
    where q.subtype not in ('ordinal', 'number') and q.value is not null and q.polarity = '+' and q.certainty = 'certain'
    -- once a story: its copies print it again, in much the same words
    qualify row_number() over (partition by q.story_id, name, q.value, q.value_high, q.of_value, q.bound, q.unit, q.timex_value order by q.date_published, q.article_id, q.start_char) = 1
),
chosen as (
    select name, row_number() over (order by count(distinct story_id) desc, count(*) desc, name) as rank
    from figure group by name qualify rank <= $n
),
printed as (
    select measure, timex_value, unit, value, value_high, bound, origin, max(articles) as articles, max(sources) as sources
    from (select *, unnest(origins) as origin from corroboration where articles > 1) group by all
)
select g.name, g.value, g.value_high, g.unit, g.bound, g.of_value, g.trend, g.timex_value, g.modality, g.exact,
       g.anchor_from, g.anchor_to, coalesce(k.articles, 1), coalesce(k.sources, 1), g.article_id, coalesce(g.headline, opening(a.article_body)), g.publisher, g.date_published
from figure g join chosen c using (name) join article a using (article_id) join fact_origin o using (fact_id)
left join printed k on k.origin = o.origin and k.measure = g.measure and k.value = g.value and k.unit is not distinct from g.unit
     and k.timex_value is not distinct from g.timex_value and k.value_high is not distinct from g.value_high and k.bound is not distinct from g.bound
qualify row_number() over (partition by g.name order by g.date_published desc nulls last, g.article_id, g.start_char) <= $each
order by c.rank, g.time_start nulls last, g.date_published nulls last, g.article_id, g.start_char, g.anchor_from
