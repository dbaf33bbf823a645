-- Rules of the desk: what of its feeds is kept, and what is left out.
create table rule (
    name varchar not null primary key,
    action varchar not null,
    feed_id varchar,
    words varchar[] not null,
    pattern varchar,
    places varchar[] not null,
    min_words integer,
    max_words integer,
    languages varchar[] not null,
    sections varchar[] not null,
    declared boolean not null,
    added_at timestamptz not null
);
comment on table rule is 'What of the feeds is kept and what is left out; all conditions of a row must hold. `newsdesk rules` and feeds.toml write it.';
comment on column rule.name is 'Its name, as the reason of an arrival repeats it.';
comment on column rule.action is 'keep (of its feed only what it holds for) or block.';
comment on column rule.feed_id is 'The feed it is for; NULL for all feeds.';
comment on column rule.words is 'Words or phrases, one of which must occur, in any case; a * at the end stands for more letters.';
comment on column rule.pattern is 'A regular expression of RE2; NULL for none.';
comment on column rule.places is 'Where words and pattern are looked for: headline, body, author, url.';
comment on column rule.min_words is 'Fewest words of the body; NULL for no bound.';
comment on column rule.max_words is 'Most words of the body; NULL for no bound.';
comment on column rule.languages is 'Languages, one of which must be the article''s (ISO 639-1).';
comment on column rule.sections is 'Categories of the feed, one of which the entry must have.';
comment on column rule.declared is 'Whether it is in feeds.toml (it goes when it disappears from there).';
comment on column rule.added_at is 'When it was added, UTC.';
