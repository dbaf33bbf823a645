-- How the servers of feeds are asked, and how often, as a person set it by verb.
create table feed_setting (
    feed_id varchar,
    url varchar,
    key varchar not null,
    name varchar not null,
    value varchar not null,
    set_at timestamptz not null
);
comment on table feed_setting is 'What a person set for one feed or for all: headers, cookies, User-Agent, proxy, pace. Secrets are not here, only where they are found.';
comment on column feed_setting.feed_id is 'The feed; NULL for all feeds.';
comment on column feed_setting.url is 'Address of the feed when it was set: only the server there is asked so.';
comment on column feed_setting.key is 'headers, cookies, user_agent, proxy, every_minutes or site_rules (a folder).';
comment on column feed_setting.name is 'Name of the header or cookie; empty for the other keys.';
comment on column feed_setting.value is 'The value, or where it is found: $NAME (environment) or secret:BLOCK (Prefect Secret block).';
comment on column feed_setting.set_at is 'When it was set, UTC.';
