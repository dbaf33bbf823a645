-- What watches found, the latest first: all of them, or those of one.
select l.watch, l.alert_id, a.story_id, l.article_id, coalesce(a.headline, opening(a.article_body)) as headline,
       coalesce(a.republisher, a.publisher) as outlet, a.date_published, l.exact, l.why, l.found_at
from alert l join article a using (article_id)
where $watch is null or l.watch = $watch
order by l.found_at desc, l.alert_id
limit $limit
