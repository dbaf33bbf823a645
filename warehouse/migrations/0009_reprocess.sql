-- Deriving everything again from the stored bytes: how far it is, so that it can be taken up where it was left.
create table reprocess (
    reprocess_id varchar not null,
    parser_version varchar not null,
    old_only boolean not null,
    started_at timestamptz not null,
    finished_at timestamptz,
    last_article_id varchar not null,
    articles integer not null,
    changed integer not null,
    rejected integer not null,
    stories_stale boolean not null
);
comment on table reprocess is 'Reprocessings: everything derived again from the stored bytes, in batches.';
comment on column reprocess.reprocess_id is 'Id: the run that began it.';
comment on column reprocess.parser_version is 'Version of the parsers.';
comment on column reprocess.old_only is 'Whether only articles of other parser versions were taken.';
comment on column reprocess.started_at is 'Start, UTC.';
comment on column reprocess.finished_at is 'End, UTC; NULL while it is under way or was left.';
comment on column reprocess.last_article_id is 'Articles are taken in the order of their ids; up to this one they are done.';
comment on column reprocess.articles is 'Articles done.';
comment on column reprocess.changed is 'Articles of which the text, the outlet, the headline or the date came out otherwise.';
comment on column reprocess.rejected is 'Articles that are none any more; their arrivals say why.';
comment on column reprocess.stories_stale is 'Whether an article changed in what stories depend on, so that stories are made anew at the end.';
