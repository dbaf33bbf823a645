-- Who and what else is named in the articles that name an entity, in the most stories first.
select o.entity_id, e.name, e.entity_type as type, o.stories
from (
    select m.entity_id, count(distinct a.story_id) as stories
    from mention m join article a using (article_id)
    where m.entity_id not in $entities and m.article_id in (select article_id from mention where entity_id in $entities)
      and ($articles is null or m.article_id in (select unnest(string_split($articles, ','))))
    group by m.entity_id
    order by stories desc, m.entity_id limit $limit
) o join entity e using (entity_id)
order by o.stories desc, o.entity_id
