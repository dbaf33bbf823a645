-- The events of a story.
select happened_at, kind, article_id, previous, detail from story_event
where story_id = $story_id or article_id in (select article_id from article where story_id = $story_id)
order by happened_at, kind, article_id, previous
