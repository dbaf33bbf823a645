-- Dated facts, the latest first; one line for the facts of one sentence of a story, and in how many other outlets it is.
-- Copies print a sentence with other signs and spaces: its letters count.
with line as (
    select min(time_start) as start, any_value(timex_value) as "when", string_agg(distinct kind, ', ' order by kind) as kinds,
           any_value(subtype) as subtype, arg_min(exact, (date_published, article_id)) as exact,
           arg_min(article_id, (date_published, article_id)) as article_id, list(distinct article_id) as printed
    from timeline
    where length(time_start) >= 4
    group by story_id, regexp_replace(lower(strip_accents(exact)), '[^\pL\pN]+', '', 'g'), left(time_start, 10)
    order by start desc, exact, article_id
    limit $n
),
outlets as (
    select l.start, l.exact, l.article_id, count(distinct coalesce(a.republisher, a.publisher)) as outlets
    from (select start, exact, article_id, unnest(printed) as copy from line) l join article a on a.article_id = l.copy
    group by all
)
select l.start, l."when", l.kinds, l.subtype, l.exact,
       a.article_id, coalesce(a.headline, opening(a.article_body)), a.publisher, a.date_published, greatest(0, o.outlets - 1)
from line l join article a using (article_id) join outlets o using (start, exact, article_id)
order by l.start desc, l.exact, a.article_id
