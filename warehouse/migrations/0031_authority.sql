-- Names that the user gives, with the Wikidata ids of whom they name.
create table authority_name (
    wikidata_id varchar not null,
    entity_type varchar not null,
    entity_id varchar not null,
    name varchar not null,
    surface varchar not null
);
comment on table authority_name is 'Names from the file of `newsdesk entities link`: the entity ids that they may have.';
comment on column authority_name.wikidata_id is 'Id in Wikidata: Q and a number.';
comment on column authority_name.entity_type is 'person, organisation, place or programme.';
comment on column authority_name.entity_id is 'The id that an entity of this type and name has.';
comment on column authority_name.name is 'The main name of the entry.';
comment on column authority_name.surface is 'The name or alias that this row is of.';
