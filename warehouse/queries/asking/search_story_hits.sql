-- The best of the stories that match, of an outlet and a time: by their original where that matches, else by their best article.
with hit as (
    select a.article_id, round(i.score, 3) as score, a.story_id, a.date_published, (o.article_id = a.article_id) is true as is_original, a.rowid as place
    from incoming i join search_document d using (document) join article a using (article_id) left join story_original o using (story_id)
    where ($since is null or a.date_published >= $since::timestamptz) and ($until is null or a.date_published < $until::timestamptz)
      and ($publisher is null or contains(lower(strip_accents(a.publisher)), lower(strip_accents($publisher))))
),
best as (
    select story_id, max(score) as score, sum(count(*)) over () as found, count(*) over () as stories,
           arg_max(article_id, (is_original, score, -epoch(coalesce(date_published, 'infinity'::timestamptz)), article_id)) as article_id,
           arg_max(date_published, (is_original, score, -epoch(coalesce(date_published, 'infinity'::timestamptz)), article_id)) as date_published,
           arg_max(place, (is_original, score, -epoch(coalesce(date_published, 'infinity'::timestamptz)), article_id)) as place
    from hit where story_id is not null group by story_id
)
select article_id, score, story_id, found::bigint as found, stories, place
from best
order by score desc, date_published desc, article_id
limit $limit
