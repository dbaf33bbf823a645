-- The posts that some facts give, by the first article of each.
select r.side, f.subject as person, f.predicate as post, f.object as body, f.modality, min(a.date_published) as first_seen, max(a.date_published) as last_seen,
       count(distinct a.story_id) as stories, arg_min(a.article_id, (a.date_published, a.article_id)) as article_id
from (select unnest(list_value $lines) as line, unnest(list_value $sides) as side) r
join fact f on f.rowid = r.line join article a on a.article_id = f.article_id
group by all
order by first_seen, post, person, body, side, modality limit $limit
