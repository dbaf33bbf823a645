-- What people decide about happenings; the rest is computed from claims.
create table happening_decision (
    decided_at timestamptz not null,
    decision varchar not null,
    article_id varchar not null,
    other_article_id varchar,
    note varchar
);
comment on table happening_decision is 'Decisions of people about happenings. They name articles by content, so they survive reprocessing; the last decision on a story counts.';
comment on column happening_decision.decided_at is 'When, UTC.';
comment on column happening_decision.decision is 'apart (the story of the article is in no happening with others) or together (the stories of both articles are of one happening).';
comment on column happening_decision.article_id is 'One article.';
comment on column happening_decision.other_article_id is 'The other article; NULL for apart.';
comment on column happening_decision.note is 'The reason, in the person''s words.';
