-- Delete what syndication says about the incoming articles, on either side.
delete from syndication where article_id in (select article_id from incoming) or of_article_id in (select article_id from incoming)
