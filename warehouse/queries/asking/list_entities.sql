-- Entities that most stories name, of a type, with a word in their name or in a way they are written.
select e.entity_id, e.entity_type as type, e.name, e.country, l.wikidata_id, count(distinct a.story_id) as stories, count(*) as mentions,
       coalesce(any_value(len(l.candidates)) filter (l.wikidata_id is null), 0) > 1 as ambiguous
from entity e join mention m using (entity_id) join article a on a.article_id = m.article_id
left join entity_link l on l.entity_id = e.entity_id
where ($type is null or e.entity_type = $type)
  and ($named is null or contains(lower(strip_accents(e.name)), lower(strip_accents($named))) or e.entity_id in (
      select entity_id from entity_alias where contains(lower(strip_accents(surface)), lower(strip_accents($named)))))
group by e.entity_id, e.entity_type, e.name, e.country, l.wikidata_id
order by stories desc, mentions desc, e.entity_id
limit $limit
