-- How the servers of feeds are asked, and how often, as a person set it by verb; articles that are cut, authors of updates.
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

alter table article add column is_partial boolean;
comment on column article.is_partial is 'true where only a part of the text is here: the page says that it is not free to read and does not hold the rest, or a page of the article is missing. NULL where nothing says so.';
alter table passage add column author varchar;
comment on column passage.author is 'Who wrote an update of a live blog; NULL where it is not said, and elsewhere.';
