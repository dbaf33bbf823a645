-- Delete decisions about the incoming articles.
delete from story_decision where article_id in (select article_id from incoming) or other_article_id in (select article_id from incoming)
