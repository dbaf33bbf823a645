-- Subscriptions, every poll of them, the entries ever seen in them, and hosts that asked to be left alone.
create table feed (
    feed_id varchar not null,
    url varchar not null,
    title varchar not null,
    publisher varchar,
    site varchar,
    folder varchar not null,
    full_text varchar not null,
    declared boolean not null,
    status varchar not null,
    reason varchar,
    etag varchar,
    last_modified varchar,
    body_hash varchar,
    interval_seconds double not null,
    failures double not null,
    next_poll_at timestamptz,
    last_poll_at timestamptz,
    last_success_at timestamptz,
    last_new_at timestamptz,
    full_at timestamptz,
    distrusted_until timestamptz,
    usual_gap_seconds double,
    added_at timestamptz not null
);
comment on table feed is 'A subscription: where a feed is, and what is remembered of it between polls.';
comment on column feed.feed_id is 'Id, made from the address it was first added under.';
comment on column feed.url is 'Address it is read from; a permanent redirect changes it.';
comment on column feed.title is 'Its title, as the person or the feed itself gives it.';
comment on column feed.publisher is 'Whose text it carries, when the person said so; else the feed''s own title counts.';
comment on column feed.site is 'The web site it belongs to.';
comment on column feed.folder is 'Folders it stands in, joined by '' / ''; empty for none.';
comment on column feed.full_text is 'auto (pages are fetched when the feed carries summaries), always or never.';
comment on column feed.declared is 'Whether it stands in feeds.toml (it is paused when it disappears from there).';
comment on column feed.status is 'active or paused.';
comment on column feed.reason is 'Why it is paused or failing: code, sentence.';
comment on column feed.etag is 'The server''s validator of the last body.';
comment on column feed.last_modified is 'The server''s date of the last body.';
comment on column feed.body_hash is 'SHA-256 of the last body: what really tells whether it changed.';
comment on column feed.interval_seconds is 'Pause between polls, adapted to how much is new.';
comment on column feed.failures is 'Weight of the failures since the last success; 0 when healthy.';
comment on column feed.next_poll_at is 'When it is due, UTC; NULL when it is due at once or paused.';
comment on column feed.last_poll_at is 'Last attempt, UTC.';
comment on column feed.last_success_at is 'Last time it could be read, UTC.';
comment on column feed.last_new_at is 'Date of its newest entry, UTC.';
comment on column feed.full_at is 'When it was last read without conditions, UTC.';
comment on column feed.distrusted_until is 'Until when its server''s validators are ignored because they lied, UTC.';
comment on column feed.usual_gap_seconds is 'Median seconds between its entries.';
comment on column feed.added_at is 'When it was added, UTC.';

create table feed_poll (
    feed_id varchar not null,
    run_id varchar,
    polled_at timestamptz not null,
    url varchar not null,
    kind varchar not null,
    reason varchar,
    http_status integer,
    conditional boolean not null,
    bytes bigint not null,
    entries integer not null,
    new integer not null,
    edited integer not null,
    dropped integer not null,
    pages integer not null,
    elapsed double not null,
    note varchar
);
comment on table feed_poll is 'One poll of a feed and what came of it.';
comment on column feed_poll.feed_id is 'The feed.';
comment on column feed_poll.run_id is 'The run that polled it.';
comment on column feed_poll.polled_at is 'When, UTC.';
comment on column feed_poll.url is 'The address that was asked.';
comment on column feed_poll.kind is 'read, unchanged, gone, throttled, missing, refused, server_error, timeout, tls, dns, network, broken or no_feed.';
comment on column feed_poll.reason is 'Why it failed, in a sentence.';
comment on column feed_poll.http_status is 'The server''s status; NULL when it gave none.';
comment on column feed_poll.conditional is 'Whether the server was allowed to answer "not modified".';
comment on column feed_poll.bytes is 'Length of the decoded body.';
comment on column feed_poll.entries is 'Entries in the feed.';
comment on column feed_poll.new is 'Entries never seen before.';
comment on column feed_poll.edited is 'Entries seen before whose text changed.';
comment on column feed_poll.dropped is 'Entries left out (too many, malformed).';
comment on column feed_poll.pages is 'Pages fetched for its entries.';
comment on column feed_poll.elapsed is 'Seconds until the feed was read.';
comment on column feed_poll.note is 'What a person should know, e.g. that entries may have been missed.';

create table feed_entry (
    feed_id varchar not null,
    entry_key varchar not null,
    guid_key varchar,
    url_key varchar,
    title_key varchar not null,
    content_hash varchar not null,
    first_seen_at timestamptz not null,
    last_seen_at timestamptz not null,
    page_state varchar not null,
    page_attempts integer not null,
    page_reason varchar
);
comment on table feed_entry is 'Entries ever seen in a feed, by what they go by; outlives the documents, so that static feeds are not taken in again.';
comment on column feed_entry.feed_id is 'The feed.';
comment on column feed_entry.entry_key is 'Identity of the entry, stable over changed links, ids and titles; also in arrival.entry_key.';
comment on column feed_entry.guid_key is 'Hash of the GUID it has now; NULL when it has none that identifies.';
comment on column feed_entry.url_key is 'The address it has now, without what varies; NULL when it has none of its own.';
comment on column feed_entry.title_key is 'Hash of title and date.';
comment on column feed_entry.content_hash is 'Hash of its words: an edit changes it.';
comment on column feed_entry.first_seen_at is 'When it was first seen, UTC.';
comment on column feed_entry.last_seen_at is 'When it was last seen, UTC.';
comment on column feed_entry.page_state is 'none (the feed carries the text), wanted (to be tried again), fetched or refused.';
comment on column feed_entry.page_attempts is 'How often its page was asked for.';
comment on column feed_entry.page_reason is 'Why its page could not be had.';

create table feed_host (
    host varchar not null,
    held_until timestamptz not null,
    reason varchar
);
comment on table feed_host is 'Hosts that asked to be left alone (Retry-After), for all feeds on them.';
comment on column feed_host.host is 'Host name, with its port when unusual.';
comment on column feed_host.held_until is 'Nothing is asked of it before, UTC.';
comment on column feed_host.reason is 'What it said.';
