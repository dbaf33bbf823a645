-- Documents of a feed beside its own address, hubs that push its news, and addresses that changed.
create table feed_part (
    feed_id varchar not null,
    url varchar not null,
    kind varchar not null,
    state varchar not null,
    lastmod varchar,
    etag varchar,
    last_modified varchar,
    body_hash varchar,
    entries integer not null,
    attempts integer not null,
    asked_at timestamptz,
    reason varchar
);
comment on table feed_part is 'A document of a feed beside its own address: a page or archive of it (RFC 5005), or a sitemap of its list.';
comment on column feed_part.feed_id is 'The feed.';
comment on column feed_part.url is 'Address of the document.';
comment on column feed_part.kind is 'page or sitemap.';
comment on column feed_part.state is 'wanted (to be asked), read, left (nothing new is expected there) or failed (given up).';
comment on column feed_part.lastmod is 'When it changed, as the list of sitemaps prints it.';
comment on column feed_part.etag is 'The server''s validator of the last body.';
comment on column feed_part.last_modified is 'The server''s date of the last body.';
comment on column feed_part.body_hash is 'SHA-256 of the last body.';
comment on column feed_part.entries is 'Entries in it when it was last read.';
comment on column feed_part.attempts is 'How often it was asked for in vain, or with pages of its entries still to come.';
comment on column feed_part.asked_at is 'Last attempt, UTC.';
comment on column feed_part.reason is 'Why it was left, or failed: code, sentence.';

create table feed_hub (
    feed_id varchar not null,
    hub varchar not null,
    topic varchar not null,
    state varchar not null,
    reason varchar,
    requested_at timestamptz,
    verified_at timestamptz,
    lease_ends_at timestamptz,
    pushes bigint not null,
    dropped_pushes bigint not null,
    last_push_at timestamptz
);
comment on table feed_hub is 'The hub that pushes news of a feed (W3C WebSub), and the state of the subscription there. Secrets are kept elsewhere.';
comment on column feed_hub.feed_id is 'The feed.';
comment on column feed_hub.hub is 'Address of the hub.';
comment on column feed_hub.topic is 'Address that the feed gives for itself at the hub.';
comment on column feed_hub.state is 'offered (no subscription, or none possible: reason), requested, verified, denied, failed (tried again later) or lapsed.';
comment on column feed_hub.reason is 'Why there is no subscription, or what the hub said.';
comment on column feed_hub.requested_at is 'Last request to the hub, UTC.';
comment on column feed_hub.verified_at is 'When the hub last confirmed the subscription, UTC.';
comment on column feed_hub.lease_ends_at is 'When the subscription ends unless it is renewed, UTC.';
comment on column feed_hub.pushes is 'Pushes accepted.';
comment on column feed_hub.dropped_pushes is 'Pushes dropped: signature missing or wrong, or too long.';
comment on column feed_hub.last_push_at is 'Last push accepted, UTC.';

create table feed_move (
    feed_id varchar not null,
    noticed_at timestamptz not null,
    from_url varchar not null,
    to_url varchar not null,
    how varchar not null,
    taken_at timestamptz,
    reason varchar
);
comment on table feed_move is 'A feed seen at another address: taken over when that is certain, else a suggestion.';
comment on column feed_move.feed_id is 'The feed.';
comment on column feed_move.noticed_at is 'When it was noticed, UTC.';
comment on column feed_move.from_url is 'The address until then.';
comment on column feed_move.to_url is 'The other address.';
comment on column feed_move.how is 'redirect (permanent) or rediscovered (offered by its site when the address had died).';
comment on column feed_move.taken_at is 'When the subscription was moved there, UTC; NULL for a suggestion.';
comment on column feed_move.reason is 'Why it is certain, or is not.';

alter table feed_poll add column pushed boolean default false;
comment on column feed_poll.pushed is 'Whether a hub pushed the document; then nothing was asked.';
