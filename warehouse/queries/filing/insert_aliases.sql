-- Add spellings not yet known.
insert into entity_alias
select distinct i.entity_id, i.surface
from incoming i anti join entity_alias a on a.entity_id = i.entity_id and a.surface = i.surface
