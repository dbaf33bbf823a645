-- The entity of an id, else those of a name or of a way they are written; two are enough.
select entity_id from entity
where entity_id = $name or (not exists(from entity where entity_id = $name) and (
    lower(strip_accents(name)) = lower(strip_accents($name))
    or entity_id in (select entity_id from entity_alias where lower(strip_accents(surface)) = lower(strip_accents($name)))))
order by entity_id limit 2
