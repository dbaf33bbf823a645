-- The alerts of some watches, the latest first: so many of each.
select l.watch, l.alert_id, l.story_id, l.article_id, l.fact_id, coalesce(a.headline, opening(a.article_body)),
       coalesce(a.republisher, a.publisher), a.url, a.date_published, l.exact, l.start_char, l.end_char, l.why, l.found_at
from alert l left join article a using (article_id)
where l.watch in (select watch from incoming)
qualify row_number() over (partition by l.watch order by l.found_at desc, l.alert_id) <= $most
order by l.watch, l.found_at desc, l.alert_id
