-- Dated facts by date: one line for a sentence of a story, however often it was printed, or (with $copies) one an article; in how many
-- other outlets. Copies print a sentence with other signs and spaces: its letters count. Without $since the latest ones.
-- The facts are of timeline_dated; $last is the last day that is needed (timeline_last).
with dated as not materialized (from $dated),
needed as (
    select *, regexp_replace(lower(strip_accents(exact)), '[^\pL\pN]+', '', 'g') as letters
    from dated
    where coalesce($last, '') = '' or if($since is null, time_start >= $last, time_start < $last || '~')
),
line as (
    select
        min(time_start) as start,
        coalesce(any_value(timex_value) filter (timex_value <> '' and not timex_value like '%REF'), min(time_start)) as "when",
        string_agg(distinct coalesce(subtype, kind), ', ' order by coalesce(subtype, kind)) as kinds,
        arg_min(exact, (date_published, article_id)) as what,
        arg_min(headline, (date_published, article_id)) as headline,
        arg_min(publisher, (date_published, article_id)) as outlet,
        list(distinct article_id) as printed,
        arg_min(article_id, (date_published, article_id)) as article_id
    from needed
    group by story_id, letters, day, if($copies, article_id, null)
),
chosen as (
    from line order by if($since is null, start, null) desc, start, what, article_id limit $limit
),
outlets as (
    select c.start, c.what, c.article_id, count(distinct coalesce(a.republisher, a.publisher)) as outlets
    from (select start, what, article_id, unnest(printed) as copy from chosen) c join article a on a.article_id = c.copy
    group by all
)
select "when", kinds, what, headline, outlet, len(printed) as articles, greatest(0, outlets - 1) as also, article_id
from chosen join outlets using (start, what, article_id) order by start, what, article_id
