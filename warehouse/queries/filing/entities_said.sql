-- How the incoming articles name entities, and how the others name the same ones.
create or replace temp table entities_said as
select m.entity_id, m.surface, bool_or(i.article_id is null) as kept
from mention m left join (select distinct article_id from incoming) i using (article_id)
where m.entity_id in (select entity_id from mention semi join incoming using (article_id))
group by all
