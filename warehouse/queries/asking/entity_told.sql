-- The stories that name an entity, the latest first.
select t.story_id, coalesce(a.headline, opening(a.article_body)) as headline, t.first_seen, t.articles, t.outlets, t.mentions, t.article_id
from (
    select a.story_id, min(a.date_published) as first_seen, count(distinct a.article_id) as articles,
           count(distinct coalesce(a.republisher, a.publisher)) as outlets, count(*) as mentions, arg_min(a.article_id, (a.date_published, a.article_id)) as article_id
    from mention m join article a using (article_id)
    where m.entity_id in $entities and ($articles is null or m.article_id in (select unnest(string_split($articles, ','))))
    group by a.story_id
    order by first_seen desc nulls last, a.story_id limit $limit
) t join article a on a.article_id = t.article_id
order by t.first_seen desc nulls last, t.story_id
