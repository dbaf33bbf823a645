-- How the incoming articles name entities (in mentions, or only as a party of a fact), and how the others name the same ones.
create or replace temp table entities_said as
with touched as (
    select entity_id from mention semi join incoming using (article_id)
    union
    select p.entity_id from fact_party p join fact f using (fact_id) semi join incoming using (article_id)
),
said as (
    select entity_id, surface, article_id from mention
    where entity_id in (from touched)
    union all
    select p.entity_id, case p.role when 'person' then f.subject when 'speaker' then f.speaker else f.object end, f.article_id
    from (from fact_party where entity_id in (from touched)) p join fact f using (fact_id)
)
select s.entity_id, s.surface, bool_or(i.article_id is null) as kept
from said s left join (select distinct article_id from incoming) i using (article_id)
where s.surface is not null
group by all
