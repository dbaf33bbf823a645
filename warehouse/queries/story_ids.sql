-- The stories whose id, or an article of which has an id, that starts so.
select distinct story_id from article
where starts_with(story_id, $start) or starts_with(article_id, $start)
order by story_id limit 3
