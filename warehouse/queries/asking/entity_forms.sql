-- How an entity is written, how often, and when; the row without a form is of all forms.
select m.surface, count(*) as mentions, count(distinct a.story_id) as stories, count(distinct m.article_id) as articles,
       min(a.date_published) as first_seen, max(a.date_published) as last_seen
from mention m join article a using (article_id)
where m.entity_id in $entities and ($articles is null or m.article_id in (select unnest(string_split($articles, ','))))
group by grouping sets ((m.surface), ())
order by grouping(m.surface) desc, mentions desc, m.surface
