-- The facts that are about an entity, in articles that name it: roles, what it is quoted with (as the first speaker), and figures of it.
-- `earliest` and `latest` are of the articles of its story (microseconds; undated ones are before all others).
with mine as materialized (
    select f.rowid as line, p.role as side, f.kind, a.story_id
    from (
        select fact_id, role, min(entity_id) as first
        from fact_party where fact_id in (select fact_id from fact_party where entity_id in $entities)
        group by fact_id, role having bool_or(entity_id in $entities)
    ) p join fact f using (fact_id) join article a using (article_id)
    where (f.kind = 'role' or (f.kind = 'quotation' and p.role = 'speaker' and p.first in $entities) or (f.kind = 'quantity' and p.role = 'subject'))
      and f.article_id in (
          select article_id from mention where entity_id in $entities and ($articles is null or article_id in (select unnest(string_split($articles, ',')))))
),
period as (
    select story_id, min(coalesce(epoch_us(date_published), -9000000000000000000)) as earliest, max(coalesce(epoch_us(date_published), -9000000000000000000)) as latest
    from article where story_id in (select story_id from mine) group by story_id
)
select line, side, kind, story_id, earliest, latest from mine join period using (story_id) order by line, side
