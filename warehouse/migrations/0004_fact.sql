-- What was said, by whom, when, how much: facts with their evidence, and who is named where.
create table fact (
    fact_id varchar not null,
    article_id varchar not null,
    kind varchar not null,
    subtype varchar,
    subject varchar,
    predicate varchar,
    object varchar,
    value double,
    value_high double,
    unit varchar,
    value_si double,
    unit_si varchar,
    bound varchar,
    bound_surface varchar,
    of_value double,
    trend varchar,
    timex_type varchar,
    timex_value varchar,
    time_relation varchar,
    time_start varchar,
    time_end varchar,
    time_surface varchar,
    speaker varchar,
    speaker_role varchar,
    cue varchar,
    medium varchar,
    quote_type varchar,
    modality varchar not null,
    place varchar,
    start_char integer not null,
    end_char integer not null,
    exact varchar not null,
    anchor_start integer,
    anchor_end integer,
    raw_start integer not null,
    raw_end integer not null,
    raw_anchor_start integer,
    raw_anchor_end integer,
    extractor varchar not null,
    extractor_version varchar not null
);
comment on table fact is 'One assertion at one mention, with its exact words.';
comment on column fact.fact_id is 'Id, made from the article and the assertion.';
comment on column fact.article_id is 'The article.';
comment on column fact.kind is 'quantity, time, quotation, agreement, event, project, role or alias.';
comment on column fact.subtype is 'Finer kind: money, percentage, visit, memorandum …';
comment on column fact.subject is 'What or whom it is about.';
comment on column fact.predicate is 'What is said of it.';
comment on column fact.object is 'The thing said: the counted things, the words quoted, the other side.';
comment on column fact.value is 'Quantities: the number, in unit; the lower end of a range.';
comment on column fact.value_high is 'Quantities: the upper end of a range.';
comment on column fact.unit is 'UCUM code, ISO 4217 code for money, {noun} for counts of things.';
comment on column fact.value_si is 'The value in unit_si, for comparison across units; NULL for money and counts.';
comment on column fact.unit_si is 'The SI unit of value_si (UCUM).';
comment on column fact.bound is '=, <, <=, >, >=, ~ or range.';
comment on column fact.bound_surface is 'The words of the bound: up to, over, around …';
comment on column fact.of_value is 'Partitives: the whole, as in 220 of 500.';
comment on column fact.trend is 'up, down or flat, when the text says so.';
comment on column fact.timex_type is 'TIMEX3 type: DATE, TIME, DURATION or SET.';
comment on column fact.timex_value is 'TIMEX3 value: 2024-03-28, 2024-02, P1Y, PAST_REF …';
comment on column fact.time_relation is 'in, on, by, since, during, before, after …';
comment on column fact.time_start is 'Start of the time, ISO 8601, half-open.';
comment on column fact.time_end is 'End of the time, ISO 8601, exclusive.';
comment on column fact.time_surface is 'The words of the time.';
comment on column fact.speaker is 'Who says it, by the fullest name in the article.';
comment on column fact.speaker_role is 'As what the speaker is introduced.';
comment on column fact.cue is 'The verb that attributes it.';
comment on column fact.medium is 'Where it was said: an interview, a press conference, a post …';
comment on column fact.quote_type is 'direct, indirect or mixed.';
comment on column fact.modality is 'asserted, planned, target, proposed or claimed.';
comment on column fact.place is 'Where it happens.';
comment on column fact.start_char is 'Evidence: start in article_body, in code points from 0.';
comment on column fact.end_char is 'Evidence: end in article_body, exclusive.';
comment on column fact.exact is 'Evidence: the words themselves, article_body[start_char:end_char].';
comment on column fact.anchor_start is 'The minimal number, date or name: start in article_body.';
comment on column fact.anchor_end is 'Its end, exclusive.';
comment on column fact.raw_start is 'Evidence: start in the decoded raw text, as it was printed.';
comment on column fact.raw_end is 'Evidence: end in the decoded raw text, exclusive.';
comment on column fact.raw_anchor_start is 'The anchor''s start in the decoded raw text.';
comment on column fact.raw_anchor_end is 'The anchor''s end in the decoded raw text, exclusive.';
comment on column fact.extractor is 'Which extractor found it.';
comment on column fact.extractor_version is 'Its version.';

create table fact_party (
    fact_id varchar not null,
    role varchar not null,
    entity_id varchar not null
);
comment on table fact_party is 'Who is in a fact, and as what.';
comment on column fact_party.fact_id is 'The fact.';
comment on column fact_party.role is 'party, speaker, person, organisation, place …';
comment on column fact_party.entity_id is 'The entity.';

create table entity (
    entity_id varchar not null,
    entity_type varchar not null,
    name varchar not null,
    country varchar
);
comment on table entity is 'A person, organisation, place or programme, joined across articles and spellings.';
comment on column entity.entity_id is 'Id, made from type and name with case, diacritics and transliteration folded.';
comment on column entity.entity_type is 'person, organisation, place or programme.';
comment on column entity.name is 'The fullest form of the name seen.';
comment on column entity.country is 'ISO 3166 code, for countries and what clearly belongs to one.';

create table entity_alias (
    entity_id varchar not null,
    surface varchar not null
);
comment on table entity_alias is 'How an entity is written.';
comment on column entity_alias.entity_id is 'The entity.';
comment on column entity_alias.surface is 'A way it is written.';

create table mention (
    article_id varchar not null,
    entity_id varchar not null,
    start_char integer not null,
    end_char integer not null,
    surface varchar not null
);
comment on table mention is 'Where an entity is named.';
comment on column mention.article_id is 'The article.';
comment on column mention.entity_id is 'The entity.';
comment on column mention.start_char is 'Start in article_body, in code points from 0.';
comment on column mention.end_char is 'End in article_body, exclusive.';
comment on column mention.surface is 'The words themselves.';
