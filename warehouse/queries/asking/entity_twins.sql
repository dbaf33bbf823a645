-- The entities that have the Wikidata id of one of these.
select distinct o.entity_id from entity_link l join entity_link o using (wikidata_id)
where l.entity_id = $entity_id order by o.entity_id
