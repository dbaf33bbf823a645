-- Delete events about the incoming articles.
delete from story_event
where article_id in (select article_id from incoming) or previous in (select article_id from incoming)
