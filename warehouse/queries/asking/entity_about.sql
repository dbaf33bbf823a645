-- What an entity is, and its ids in Wikidata: one row.
with about as (
    select any_value(entity_type) as type, arg_max(name, (length(name), name)) as name, max(country) as country
    from entity where entity_id in $entities
),
linked as (
    select max(wikidata_id) as wikidata_id, coalesce(max(candidates) filter (wikidata_id is null), []) as ambiguous
    from entity_link where entity_id in $entities
)
select type, name, country, wikidata_id, ambiguous from about positional join linked
