-- Forget why the incoming articles belonged where they did.
delete from syndication using incoming i
where syndication.article_id = i.article_id and syndication.relation <> 'template_sibling'
