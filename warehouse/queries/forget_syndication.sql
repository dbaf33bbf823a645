-- Forget why the incoming articles belonged where they did, and who was a sibling of them.
delete from syndication
where article_id in (select article_id from incoming)
   or (relation = 'template_sibling' and of_article_id in (select article_id from incoming))
