-- The facts that are about an entity, in articles that name it: roles, what it is quoted with (as the first speaker), and figures of it.
-- `earliest` and `latest` are of the articles of its story (undated ones are before all others). A table of this connection.
create or replace temp table entity_line as
with naming as materialized (select distinct article_id, story_id from entity_named),
told as materialized (  -- by the article first: few blocks of facts have one of these
    select f.rowid as line, f.fact_id, f.kind, n.story_id
    from fact f join naming n using (article_id) where f.kind in ('role', 'quotation', 'quantity')
),
mine as materialized (
    select t.line, t.fact_id, t.kind, t.story_id, p.role as side
    from told t join entity_party p using (fact_id)
    where t.kind = 'role' or (t.kind = 'quotation' and p.role = 'speaker') or (t.kind = 'quantity' and p.role = 'subject')
),
later as (  -- quotations with another speaker before this one
    select fact_id from fact_party
    where role = 'speaker' and fact_id in (select fact_id from mine where kind = 'quotation')
    group by fact_id having min(entity_id) not in $entities
),
period as (
    select story_id, min(coalesce(date_published, '-infinity')) as earliest, max(coalesce(date_published, '-infinity')) as latest
    from article where story_id in (select story_id from mine) group by story_id
)
select m.line, m.side, m.kind, m.story_id, p.earliest, p.latest
from mine m join period p using (story_id)
where m.kind <> 'quotation' or m.fact_id not in (from later)
