-- Add entities not yet known.
insert into entity
select i.entity_id, any_value(i.entity_type), arg_max(i.name, (length(i.name), i.name)), max(i.country)
from incoming i
where i.entity_id not in (select entity_id from entity)
group by i.entity_id
