-- A page of entities, those that most stories name first: of a type, with a word in a name, after the place ($after_key, $after_id).
with counted as (
    select m.entity_id, count(distinct a.story_id) as stories, count(*) as mentions
    from mention m join article a using (article_id)
    where ($type is null and $named is null) or m.entity_id in (
        select e.entity_id from entity e
        where ($type is null or e.entity_type = $type)
          and ($named is null or contains(lower(strip_accents(e.name)), lower(strip_accents($named))) or e.entity_id in (
              select entity_id from entity_alias where contains(lower(strip_accents(surface)), lower(strip_accents($named)))))
    )
    group by m.entity_id
),
chosen as (
    select * from counted
    where $after_id is null or stories < $after_key::bigint or (stories = $after_key::bigint and entity_id > $after_id)
    order by stories desc, entity_id limit $limit
)
select e.entity_id, e.entity_type as type, e.name, e.country, l.wikidata_id, c.stories, c.mentions, c.stories as key
from chosen c join entity e on e.entity_id = c.entity_id left join entity_link l on l.entity_id = c.entity_id
order by c.stories desc, c.entity_id
