-- The facts that an entity is in, and as what. A table of this connection.
create or replace temp table entity_party as select distinct fact_id, role from fact_party where entity_id in $entities
