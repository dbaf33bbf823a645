-- An entity whose name is in no other article gets the longest one that is.
update entity set name = k.name
from (
    select entity_id, arg_max(surface, (length(surface), surface)) filter (kept) as name, list(lower(surface)) filter (kept) as kept,
           list(lower(surface)) filter (not kept) as gone
    from entities_said group by entity_id
) k
where entity.entity_id = k.entity_id and k.name is not null
  and list_contains(k.gone, lower(entity.name)) and not list_contains(k.kept, lower(entity.name))
