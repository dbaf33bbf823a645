-- Delete entities that no other article mentions.
delete from entity
where entity_id in (select entity_id from entities_said group by entity_id having not bool_or(kept))
