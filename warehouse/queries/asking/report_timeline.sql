-- Dated facts, the latest first; one line for the facts of one sentence of a story.
with line as (
    select min(time_start) as start, any_value(timex_value) as "when", string_agg(distinct kind, ', ' order by kind) as kinds,
           any_value(subtype) as subtype, exact, arg_min(article_id, (date_published, article_id)) as article_id
    from timeline
    where length(time_start) >= 4
    group by story_id, exact, left(time_start, 10)
    order by start desc, exact
    limit $n
)
select l.start, l."when", l.kinds, l.subtype, l.exact,
       a.article_id, coalesce(a.headline, opening(a.article_body)), a.publisher, a.date_published
from line l join article a using (article_id)
order by l.start desc, l.exact
