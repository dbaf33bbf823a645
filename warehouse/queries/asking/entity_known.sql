-- Whether an article names the entity of this id.
select m.entity_id from mention m join entity e using (entity_id) where m.entity_id = $entity_id limit 1
