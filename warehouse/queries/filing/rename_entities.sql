-- Give known entities a fuller name where this batch has one: the longest, then the last in the alphabet; and a country, in any order of arrival.
update entity set
    name = if((length(b.name), b.name) > (length(entity.name), entity.name), b.name, entity.name),
    country = greatest(entity.country, b.country)
from (select entity_id, arg_max(name, (length(name), name)) as name, max(country) as country from incoming group by entity_id) b
where entity.entity_id = b.entity_id
  and ((length(b.name), b.name) > (length(entity.name), entity.name) or greatest(entity.country, b.country) is distinct from entity.country)
