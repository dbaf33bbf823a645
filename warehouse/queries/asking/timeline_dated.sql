-- Dated facts that are asked for, with their day: about words, from a day to another one, of a kind, of a story.
-- $piece is a part of a word that the wanted words hold.
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
)
select t.*, left(t.time_start, 10) as day
from worded t
where ($since is null or coalesce(t.time_end, t.time_start) > $since)
  and ($until is null or t.time_start < $until)
  and ($kind is null or t.kind = $kind or t.subtype = $kind)
  and ($story is null or starts_with(t.story_id, $story))
