-- Every feed as a person wants to see it: due, last success, failures, and whether it fell silent.
create or replace view feed_health as
with base as (
    select *,
        epoch(now()) - epoch(last_new_at) as silent_for,
        status = 'active' and coalesce(next_poll_at <= now(), true) as due
    from feed
),
polls as (
    select feed_id, count(*) as polls, count(*) filter (where kind not in ('read', 'unchanged')) as failed_polls,
        sum(new) as new_entries, sum(edited) as edited_entries, sum(dropped) as dropped_entries,
        arg_max(note, polled_at) filter (where note is not null) as last_note
    from feed_poll
    where epoch(polled_at) > epoch(now()) - 7 * 86400
    group by feed_id
),
judged as (
    select b.*, coalesce(p.polls, 0) as polls, coalesce(p.failed_polls, 0) as failed_polls, coalesce(p.new_entries, 0) as new_entries,
        coalesce(p.edited_entries, 0) as edited_entries, coalesce(p.dropped_entries, 0) as dropped_entries, p.last_note,
        case
            when status = 'paused' then 'paused'
            when last_poll_at is null then 'never polled'
            when failures > 0 then 'failing'
            when usual_gap_seconds is not null and silent_for > greatest(3 * usual_gap_seconds, 2 * 86400) then 'silent'
            else 'healthy'
        end as standing
    from base b left join polls p using (feed_id)
)
select
    feed_id, title, url, folder, standing, due, next_poll_at, last_poll_at, last_success_at, last_new_at, failures,
    interval_seconds, usual_gap_seconds, polls as polls_7d, failed_polls as failed_polls_7d, new_entries as new_7d,
    edited_entries as edited_7d, dropped_entries as dropped_7d,
    case standing
        when 'paused' then reason
        when 'failing' then reason
        when 'silent' then 'usually '
            || case when usual_gap_seconds < 2 * 3600 then 'hourly' when usual_gap_seconds < 2 * 86400 then 'daily'
                    when usual_gap_seconds < 14 * 86400 then 'weekly' else 'monthly' end
            || ', silent for '
            || case when silent_for < 2 * 86400 then round(silent_for / 3600)::int || ' hours'
                    when silent_for < 21 * 86400 then round(silent_for / 86400)::int || ' days'
                    else round(silent_for / (7 * 86400))::int || ' weeks' end
        else last_note
    end as remark
from judged;
comment on view feed_health is 'One row per feed: standing (healthy, failing, silent, paused, never polled), due, last success, the last seven days, and a remark in words.';
comment on column feed_health.feed_id is 'The feed.';
comment on column feed_health.title is 'Its title.';
comment on column feed_health.url is 'Its address.';
comment on column feed_health.folder is 'Folders of the subscription.';
comment on column feed_health.standing is 'healthy, failing, silent (longer than three times its usual pause), paused, or never polled.';
comment on column feed_health.due is 'Whether the next poll takes it.';
comment on column feed_health.next_poll_at is 'When it is due, UTC.';
comment on column feed_health.last_poll_at is 'Last attempt, UTC.';
comment on column feed_health.last_success_at is 'Last time it could be read, UTC.';
comment on column feed_health.last_new_at is 'Date of its newest entry, UTC.';
comment on column feed_health.failures is 'Weight of the failures since the last success.';
comment on column feed_health.interval_seconds is 'Pause between polls.';
comment on column feed_health.usual_gap_seconds is 'Median seconds between entries.';
comment on column feed_health.polls_7d is 'Polls in the last seven days.';
comment on column feed_health.failed_polls_7d is 'Those that failed.';
comment on column feed_health.new_7d is 'New entries in the last seven days.';
comment on column feed_health.edited_7d is 'Edited entries in the last seven days.';
comment on column feed_health.dropped_7d is 'Entries left out in the last seven days.';
comment on column feed_health.remark is 'Why, in words: "usually weekly, silent for 3 weeks".';
