-- The best articles for a query, of an outlet and a time, with their bodies, and how many articles and stories there are.
with hit as (
    select *, count(*) over () as found, row_number() over () as rank
    from search($query)
    where ($since is null or date_published >= $since::timestamptz) and ($until is null or date_published < $until::timestamptz)
      and ($publisher is null or contains(lower(strip_accents(publisher)), lower(strip_accents($publisher))))
)
select h.article_id, h.score, coalesce(h.headline, opening(a.article_body)) as headline, h.publisher, h.date_published, 1 as articles, 0 as also,
       a.article_body, a.in_language, h.found, (select count(distinct story_id) from hit) as stories
from hit h join article a using (article_id)
where h.rank <= $limit
order by h.rank
