-- Where an entity is named: each article, and how often in which words. A table of this connection.
create or replace temp table entity_named as
select a.rowid as place, a.article_id, a.story_id, a.date_published, coalesce(a.republisher, a.publisher) as outlet, m.surface, m.mentions
from (select article_id, surface, count(*) as mentions from mention where entity_id in $entities group by all) m join article a using (article_id)
where $articles is null or a.article_id in (select unnest(string_split($articles, ',')))
