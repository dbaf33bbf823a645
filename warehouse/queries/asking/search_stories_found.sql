-- Stories that match a search, by outlet and time of publication: by their original where that matches, else by their best article.
with best as (from story_hits($query, $since, $until, $publisher)),
printed as (
    select story_id, count(*) as articles, count(distinct coalesce(republisher, publisher)) as outlets
    from article where story_id in (select story_id from best) group by story_id
)
select story_id, b.article_id, b.score, a.headline, a.publisher, a.date_published, b.matching, p.articles, p.outlets
from best b join printed p using (story_id) join article a on a.article_id = b.article_id
order by b.score desc, a.date_published desc, b.article_id
limit $limit
