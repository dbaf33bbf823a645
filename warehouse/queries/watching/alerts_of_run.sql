-- What watches found in a run.
select l.watch, l.alert_id, l.story_id, l.article_id, l.fact_id, coalesce(a.headline, opening(a.article_body)),
       coalesce(a.republisher, a.publisher), a.url, a.date_published, l.exact, l.start_char, l.end_char, l.why, l.found_at
from alert l left join article a using (article_id)
where l.run_id = $run_id
order by l.watch, l.found_at, l.alert_id
