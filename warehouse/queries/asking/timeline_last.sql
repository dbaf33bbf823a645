-- The last day that a list of dated facts needs (timeline_lines): so many stories have a line or more up to it. Empty: all days are needed.
with holding as materialized (
    select article_id from search_document where document in (
        select unnest(documents) from search_posting where term_id in (select term_id from search_term where contains(term, $piece)))
),
candidate as materialized (
    select article_id, lower(strip_accents($about)) as words from article where $piece is null or article_id in (from holding)
),
worded as not materialized (
    from timeline where $about is null
    union all
    select t.*
    from timeline t join candidate c on c.article_id = t.article_id and contains(lower(strip_accents(t.exact)), c.words)  -- of both sides: only facts of candidates are folded
    where $about is not null
),
dated as not materialized (
    select t.*, left(t.time_start, 10) as day
    from worded t
    where ($since is null or coalesce(t.time_end, t.time_start) > $since)
      and ($until is null or t.time_start < $until)
      and ($kind is null or t.kind = $kind or t.subtype = $kind)
      and ($story is null or starts_with(t.story_id, $story))
),
near as (
    select day, story_id from dated order by if($since is null, time_start, null) desc, time_start limit 50 * $limit
)
select coalesce(if($since is null, max(day), min(day)), '') as day
from (select day, sum(count(distinct story_id)) over (order by if($since is null, day, null) desc, day) as lines from near group by day)
where lines >= $limit
