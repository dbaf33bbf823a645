-- Stories that match a search, by outlet and time of publication: by their original where that matches, else by their best article.
with hit as (
    select s.*, coalesce(o.article_id = s.article_id, false) as is_original
    from search($query) s left join story_original o using (story_id)
    where ($since is null or date_published >= $since::timestamptz) and ($until is null or date_published < $until::timestamptz)
      and ($publisher is null or contains(lower(strip_accents(publisher)), lower(strip_accents($publisher))))
),
best as (
    select story_id, max(score) as score, count(*) as matching,
           arg_max(article_id, (is_original, score, -epoch(coalesce(date_published, 'infinity'::timestamptz)), article_id)) as article_id
    from hit group by story_id
),
printed as (
    select story_id, count(*) as articles, count(distinct coalesce(republisher, publisher)) as outlets
    from article where story_id in (select story_id from hit) group by story_id
)
select story_id, b.article_id, b.score, a.headline, a.publisher, a.date_published, b.matching, p.articles, p.outlets
from best b join printed p using (story_id) join article a on a.article_id = b.article_id
order by b.score desc, a.date_published desc, b.article_id
limit $limit
