-- Bytes as they came, every arrival of them, and the runs that took them in.
create table raw_document (
    raw_document_id varchar not null,
    payload blob,
    media_type varchar,
    charset varchar,
    byte_length bigint not null,
    first_seen_at timestamptz not null
);
comment on table raw_document is 'Bytes exactly as they came, stored before anything is parsed; one row per distinct content.';
comment on column raw_document.raw_document_id is 'SHA-256 of the payload, in hex.';
comment on column raw_document.payload is 'The bytes; NULL only for what was too large to keep (see byte_length and the arrival''s reason).';
comment on column raw_document.media_type is 'What the bytes turned out to be, e.g. text/plain; NULL until parsed.';
comment on column raw_document.charset is 'The character encoding they were decoded with; NULL until parsed.';
comment on column raw_document.byte_length is 'Length in bytes.';
comment on column raw_document.first_seen_at is 'When these bytes first arrived, UTC.';

create table run (
    run_id varchar not null,
    kind varchar not null,
    flow_run_id varchar,
    flow_run_name varchar,
    started_at timestamptz not null,
    finished_at timestamptz,
    state varchar not null,
    host varchar,
    pid integer,
    parser_version varchar
);
comment on table run is 'One run of the desk: what started it, when, and how it ended.';
comment on column run.run_id is 'Id of the run, sortable by time.';
comment on column run.kind is 'ingest, poll, reprocess, retry or maintain.';
comment on column run.flow_run_id is 'Prefect''s id of the flow run.';
comment on column run.flow_run_name is 'The name under which the Prefect UI shows it.';
comment on column run.started_at is 'Start, UTC.';
comment on column run.finished_at is 'End, UTC; NULL while it runs or when it was killed.';
comment on column run.state is 'running, finished, failed, or interrupted (killed; its documents were taken over by a later run).';
comment on column run.host is 'Machine it ran on.';
comment on column run.pid is 'Process it ran in.';
comment on column run.parser_version is 'Version of the parsers that ran.';

create table arrival (
    arrival_id varchar not null,
    raw_document_id varchar,
    source_uri varchar not null,
    source_kind varchar not null,
    feed_id varchar,
    entry_key varchar,
    arrived_at timestamptz not null,
    run_id varchar not null,
    flow_run_id varchar,
    outcome varchar,
    reason varchar,
    article_id varchar,
    statements varchar
);
comment on table arrival is 'The ledger: one row per arrival of bytes, which ends as exactly one outcome.';
comment on column arrival.arrival_id is 'Id of the arrival: one document from one source in one run.';
comment on column arrival.raw_document_id is 'The bytes that arrived; NULL when they could not be read at all.';
comment on column arrival.source_uri is 'Where they came from: a path, a path and member of an archive (path#line), a link.';
comment on column arrival.source_kind is 'file, feed_entry or page.';
comment on column arrival.feed_id is 'The feed it came through, if any.';
comment on column arrival.entry_key is 'The identity of the feed entry, stable over changed links and ids.';
comment on column arrival.arrived_at is 'When, UTC.';
comment on column arrival.run_id is 'The run that took it in.';
comment on column arrival.flow_run_id is 'Prefect''s id of that run.';
comment on column arrival.outcome is 'loaded, unchanged, duplicate, revision, rejected or failed; NULL only while it is being worked on.';
comment on column arrival.reason is 'Why it was rejected, failed or unchanged: code, sentence, what to do.';
comment on column arrival.article_id is 'The article it became or already was; NULL when rejected or failed.';
comment on column arrival.statements is 'JSON: what whoever handed the bytes in said about them (media type, charset, feed entry fields).';
