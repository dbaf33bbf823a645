-- Entities that a person may mean by a name: their id, their fullest name or a way they are written; and in how many stories.
select e.entity_id, e.name, lower(strip_accents(e.name)) = lower(strip_accents($name)) or e.entity_id = $name or list_contains(string_split($ids, ','), e.entity_id) as exactly,
       count(distinct a.story_id) as stories
from entity e join mention m using (entity_id) join article a on a.article_id = m.article_id
where e.entity_id = $name or list_contains(string_split($ids, ','), e.entity_id) or lower(strip_accents(e.name)) = lower(strip_accents($name))
   or e.entity_id in (select entity_id from entity_alias where lower(strip_accents(surface)) = lower(strip_accents($name)))
   or e.entity_id in (select entity_id from entity_link where wikidata_id = $name)
group by e.entity_id, e.name
order by stories desc, e.entity_id
