-- The posts that texts give an entity, by the first article of each. A table of this connection.
create or replace temp table entity_roles as
with naming as materialized (select distinct article_id, story_id, date_published from entity_named)
select l.side, f.subject as person, f.predicate as post, f.object as body, f.modality, min(a.date_published) as first_seen, max(a.date_published) as last_seen,
       count(distinct a.story_id) as stories, arg_min(a.article_id, (a.date_published, a.article_id)) as article_id
from (select line, side from entity_line where kind = 'role') l
join fact f on f.rowid = l.line join naming a on a.article_id = f.article_id
group by all
order by first_seen, post, person, body, l.side, modality limit $limit
