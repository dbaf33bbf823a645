-- Watches: questions that are asked of what each run files; what they found; and what is sent to whom.
create table watch (
    name varchar not null primary key,
    kind varchar not null,
    question varchar,
    publisher varchar,
    since date,
    until date,
    unit varchar,
    at_least double,
    at_most double,
    outlets integer,
    targets varchar[] not null,
    pace varchar not null,
    send_at varchar not null,
    quiet varchar,
    timezone varchar not null,
    networks varchar[] not null,
    declared boolean not null,
    added_at timestamptz not null,
    trouble varchar
);
comment on table watch is 'Questions that are asked of what each run files. `newsdesk watches` and watches.toml write it.';
comment on column watch.name is 'Its name.';
comment on column watch.kind is 'search, entity, measure, contradiction, spread or sql.';
comment on column watch.question is 'What is asked: words as for search, an entity''s id or name, the words of a measure, a SELECT; NULL where none is needed.';
comment on column watch.publisher is 'Only outlets whose name contains this; NULL for all.';
comment on column watch.since is 'Only what was published from this day on.';
comment on column watch.until is 'Only what was published before this day.';
comment on column watch.unit is 'Unit of a measure: UCUM, ISO 4217 or {noun}; NULL for any.';
comment on column watch.at_least is 'Lowest value of a measure; NULL for no bound.';
comment on column watch.at_most is 'Highest value of a measure; NULL for no bound.';
comment on column watch.outlets is 'Outlets that a story must have reached, for kind spread.';
comment on column watch.targets is 'Where alerts are sent: mailto: addresses, http or https addresses, or $NAME for what the environment''s NAME holds.';
comment on column watch.pace is 'at_once, hourly, daily or weekly.';
comment on column watch.send_at is 'Time of day of daily and weekly digests (HH:MM), in timezone.';
comment on column watch.quiet is 'Hours in which nothing is sent (HH:MM-HH:MM), in timezone; NULL for none.';
comment on column watch.timezone is 'Time zone of send_at and quiet (IANA).';
comment on column watch.networks is 'Private networks in which its webhooks may be.';
comment on column watch.declared is 'Whether it is in watches.toml (it goes when it disappears from there).';
comment on column watch.added_at is 'When it was added, UTC; it looks at what is filed from then on.';
comment on column watch.trouble is 'Why it could not be asked last time; NULL when it could.';

create table watch_due (
    article_id varchar not null
);
comment on table watch_due is 'Internal: articles that were filed and that no watch has looked at yet.';
comment on column watch_due.article_id is 'The article.';

create table alert (
    alert_id varchar not null primary key,
    watch varchar not null,
    story_id varchar not null,
    article_id varchar not null,
    fact_id varchar,
    exact varchar not null,
    start_char integer,
    end_char integer,
    why varchar not null,
    found_at timestamptz not null,
    run_id varchar not null
);
comment on table alert is 'What watches found: one row a watch and story.';
comment on column alert.alert_id is 'Id: a hash of watch and article.';
comment on column alert.watch is 'The name of the watch.';
comment on column alert.story_id is 'The story when it was found; the article''s own story_id is the present one.';
comment on column alert.article_id is 'The article that answers the watch.';
comment on column alert.fact_id is 'The fact that answers it, for kinds measure and contradiction.';
comment on column alert.exact is 'The words that answer it.';
comment on column alert.start_char is 'Where they start in article_body, in code points from 0; NULL where they are in the headline.';
comment on column alert.end_char is 'End, exclusive.';
comment on column alert.why is 'Why they answer it, in words.';
comment on column alert.found_at is 'When, UTC.';
comment on column alert.run_id is 'The run that filed the article.';

create table delivery (
    delivery_id varchar not null primary key,
    alert_id varchar not null,
    watch varchar not null,
    target varchar not null,
    due_at timestamptz not null,
    state varchar not null,
    message_id varchar,
    attempts integer not null,
    attempted_at timestamptz,
    sent_at timestamptz,
    error varchar
);
comment on table delivery is 'What is to be sent and what was: one row an alert and target, written together with the alert.';
comment on column delivery.delivery_id is 'Id: a hash of alert and target.';
comment on column delivery.alert_id is 'The alert.';
comment on column delivery.watch is 'The name of the watch.';
comment on column delivery.target is 'Where it goes, as watch.targets has it: never a secret.';
comment on column delivery.due_at is 'When it is to be sent, or tried again, UTC.';
comment on column delivery.state is 'waiting, sending (an attempt began and its end is not known) or sent.';
comment on column delivery.message_id is 'The message it went out with: the same for every attempt, so that a receiver can tell a repetition.';
comment on column delivery.attempts is 'Attempts so far.';
comment on column delivery.attempted_at is 'The last attempt, UTC.';
comment on column delivery.sent_at is 'When the receiver took it, UTC.';
comment on column delivery.error is 'Why the last attempt failed; NULL when it did not.';
