-- Tags, the latest first; with $about those on one thing.
select null, n.about, n.article_id, n.fact_id, n.entity_id, n.tag, n.author, n.tagged_at,
       coalesce(e.name, f.exact, a.headline, opening(a.article_body))
from tag n left join article a using (article_id) left join fact f on f.fact_id = n.fact_id left join entity e on e.entity_id = n.entity_id
where $about is null or n.about = $about and (
    n.fact_id is not distinct from $fact_id and n.entity_id is not distinct from $entity_id
    and (n.article_id is not distinct from $article_id
         or $about = 'story' and a.story_id = (select story_id from article where article_id = $article_id)))
order by n.tagged_at desc, 1, 6
