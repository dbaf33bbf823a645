-- The alerts of the messages that are being sent.
select d.message_id, d.target, d.attempts, l.alert_id, l.watch, l.story_id, l.article_id, l.fact_id,
       coalesce(a.headline, opening(a.article_body)), coalesce(a.republisher, a.publisher), a.url, a.date_published,
       l.exact, l.start_char, l.end_char, l.why, l.found_at, coalesce(w.networks, []), w.quiet, coalesce(w.timezone, 'UTC')
from delivery d join alert l using (alert_id) left join article a on a.article_id = l.article_id left join watch w on w.name = l.watch
where d.state = 'sending' and d.message_id in (select message_id from incoming)
order by d.message_id, l.watch, l.found_at, l.alert_id
