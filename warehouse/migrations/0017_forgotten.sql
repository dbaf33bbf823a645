-- What was taken out of the database: the ledger keeps that it was here, when it went and why, and nothing of what it said.
create table forgotten (
    raw_document_id varchar not null,
    article_id varchar,
    byte_length bigint,
    first_seen_at timestamptz,
    arrivals integer not null,
    forgotten_at timestamptz not null,
    cause varchar not null,
    reason varchar not null,
    archive_id varchar,
    erased_at timestamptz,
    lifted_at timestamptz
);
comment on table forgotten is 'One row per document that was taken out (newsdesk forget, a retention policy, or a move to an archive). Its arrivals stay in the ledger.';
comment on column forgotten.raw_document_id is 'SHA-256 of the bytes, in hex.';
comment on column forgotten.article_id is 'The article it was; NULL when it was none.';
comment on column forgotten.byte_length is 'Length in bytes.';
comment on column forgotten.first_seen_at is 'When these bytes first arrived, UTC.';
comment on column forgotten.arrivals is 'How often they arrived.';
comment on column forgotten.forgotten_at is 'When it was taken out, UTC.';
comment on column forgotten.cause is 'takedown, retention or archived.';
comment on column forgotten.reason is 'Why, in the words of the person or the policy.';
comment on column forgotten.archive_id is 'Where it was moved to: a row of table archive; NULL when it was not moved.';
comment on column forgotten.erased_at is 'When the database file was rewritten without it, UTC; NULL until then.';
comment on column forgotten.lifted_at is 'Since when these bytes may be filed again, UTC; NULL while they are refused.';

create table archive (
    archive_id varchar not null,
    path varchar not null,
    month varchar not null,
    articles integer not null,
    written_at timestamptz not null,
    moved_at timestamptz
);
comment on table archive is 'Months that were moved out of the database into folders of Parquet files (newsdesk export --by month --move).';
comment on column archive.archive_id is 'Id; the manifest of the folder has the same.';
comment on column archive.path is 'The folder, as it was when it was written.';
comment on column archive.month is 'The month in which the stories in it were last printed, as YYYY-MM.';
comment on column archive.articles is 'Articles in it.';
comment on column archive.written_at is 'When writing began, UTC.';
comment on column archive.moved_at is 'When its articles left the database, UTC; NULL when the move was stopped before.';

comment on column arrival.reason is 'Why it was rejected, failed or unchanged: code, sentence, what to do. For a document that was taken out since: when and why.';
comment on column arrival.article_id is 'The article it became or already was; NULL when rejected or failed, or taken out since (see forgotten).';
