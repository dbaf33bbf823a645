-- Entities that the list of known names has, with their ids.
select name, wikidata_id, candidates from entity_link order by name, entity_id
