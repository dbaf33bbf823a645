-- A page of the documents that match a search, with filters: stories by their original (or articles with $copies), with bodies, and how many there are.
with hit as (
    select a.article_id, round(i.score, 3) as score, a.story_id, a.date_published,
           coalesce(o.article_id = a.article_id, false) as is_original, if($copies, a.article_id, a.story_id) as line
    from incoming i join search_document d using (document) join article a on a.article_id = d.article_id left join story_original o on o.story_id = a.story_id
    where ($since is null or a.date_published >= $since::timestamptz) and ($until is null or a.date_published < $until::timestamptz)
      and ($outlet is null or coalesce(a.republisher, a.publisher) = $outlet) and ($language is null or a.in_language = $language)
      and ($genre is null or a.genre = $genre)
),
best as (
    select line, any_value(story_id) as story_id, max(score) as score,
           arg_max(article_id, (is_original, score, -epoch(coalesce(date_published, 'infinity'::timestamptz)), article_id)) as article_id
    from hit group by line
),
chosen as (
    select b.story_id, b.article_id, b.score, a.date_published, a.rowid as place
    from best b join article a on a.article_id = b.article_id
    order by b.score desc, a.date_published desc, b.article_id
    limit $limit offset $offset
),
printed as (
    select story_id, count(*) as articles, count(distinct coalesce(republisher, publisher)) as outlets
    from article where story_id in (select story_id from chosen) group by story_id
)
select c.article_id, c.story_id, c.score, coalesce(a.headline, opening(a.article_body)) as headline, coalesce(a.republisher, a.publisher) as outlet,
       c.date_published, a.in_language, a.genre, p.articles, p.outlets, a.article_body,
       (select count(*) from hit) as found, (select count(distinct story_id) from hit) as stories
from chosen c join article a on a.rowid = c.place join printed p on p.story_id = c.story_id
order by c.score desc, c.date_published desc, c.article_id
