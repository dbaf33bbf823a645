-- Notes, or with $tags tags, the latest first; with $about those on one thing.
select n.*, coalesce(e.name, f.exact, a.headline, opening(a.article_body)) as headline
from (
    select note_id, about, article_id, fact_id, entity_id, text, author, noted_at as at from note where not $tags
    union all
    select null, about, article_id, fact_id, entity_id, tag, author, tagged_at from tag where $tags
) n left join article a using (article_id) left join fact f on f.fact_id = n.fact_id left join entity e on e.entity_id = n.entity_id
where $about is null or n.about = $about and (
    n.fact_id is not distinct from $fact_id and n.entity_id is not distinct from $entity_id
    and (n.article_id is not distinct from $article_id
         or $about = 'story' and a.story_id = (select story_id from article where article_id = $article_id)))
order by n.at desc, n.note_id, n.text
