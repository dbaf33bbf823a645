-- The best stories for a query, of an outlet and a time: by their original where that matches, else by their best article, with its body.
with best as (
    select *, sum(matching) over () as found, count(*) over () as stories
    from story_hits($query, $since, $until, $publisher)
),
chosen as (
    select b.*, a.headline, a.publisher, a.date_published, a.article_body, a.in_language, coalesce(a.republisher, a.publisher) as outlet
    from best b join article a using (article_id)
    order by b.score desc, a.date_published desc, b.article_id
    limit $limit
),
printed as (
    select c.story_id, count(*) as articles, count(distinct coalesce(a.republisher, a.publisher)) filter (coalesce(a.republisher, a.publisher) is distinct from c.outlet) as also
    from chosen c join article a using (story_id) group by c.story_id
)
select c.article_id, c.score, coalesce(c.headline, opening(c.article_body)) as headline, c.publisher, c.date_published, p.articles, p.also,
       c.article_body, c.in_language, c.found::bigint as found, c.stories
from chosen c join printed p using (story_id)
order by c.score desc, c.date_published desc, c.article_id
