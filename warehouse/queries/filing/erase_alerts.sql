-- Delete what watches found in the incoming articles.
delete from alert where article_id in (select article_id from incoming)
