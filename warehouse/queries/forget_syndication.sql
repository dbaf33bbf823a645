-- Forget why the incoming articles belonged where they did.
delete from syndication where article_id in (select article_id from incoming)
