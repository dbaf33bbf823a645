-- Delete what the incoming articles changed, and what others changed against them.
delete from alteration where article_id in (select article_id from incoming) or of_article_id in (select article_id from incoming)
