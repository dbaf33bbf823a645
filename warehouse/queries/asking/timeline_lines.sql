-- Dated facts by date: one line for a sentence of a story, however often it was printed, or (with $copies) one an article.
-- Without $since the latest ones.
with line as (
    select
        min(time_start) as start,
        coalesce(any_value(timex_value) filter (timex_value <> '' and not timex_value like '%REF'), min(time_start)) as "when",
        string_agg(distinct coalesce(subtype, kind), ', ' order by coalesce(subtype, kind)) as kinds,
        exact as what,
        arg_min(headline, (date_published, article_id)) as headline,
        arg_min(publisher, (date_published, article_id)) as outlet,
        count(distinct article_id) as articles,
        arg_min(article_id, (date_published, article_id)) as article_id
    from timeline
    where ($since is null or coalesce(time_end, time_start) > $since)
      and ($until is null or time_start < $until)
      and ($about is null or contains(lower(strip_accents(exact)), lower(strip_accents($about))))
      and ($kind is null or kind = $kind or subtype = $kind)
      and ($story is null or starts_with(story_id, $story))
    group by story_id, exact, left(time_start, 10), if($copies, article_id, null)
),
chosen as (
    from line order by if($since is null, start, null) desc, start, what, article_id limit $limit
)
select "when", kinds, what, headline, outlet, articles, article_id from chosen order by start, what, article_id
