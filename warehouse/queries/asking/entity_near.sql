-- The facts of a kind in the stories in which one is about an entity; with $latest only in those that may have one of the latest $limit rows. A table of this connection.
create or replace temp table entity_near as
with about as materialized (from entity_line where kind = $kind),
since as (  -- so many stories have an article of then or later
    select min(earliest) as earliest from (select any_value(earliest) as earliest from about group by story_id order by earliest desc limit $limit)
),
printed as materialized (
    select a.article_id, a.story_id, a.date_published, (o.article_id = a.article_id) is true as is_original
    from article a left join story_original o using (story_id)
    where a.story_id in (select story_id from about where not $latest or latest >= (select earliest from since))
)
select f.rowid as line, p.*, f.rowid in (select line from about) as is_about from fact f join printed p using (article_id) where f.kind = $kind
