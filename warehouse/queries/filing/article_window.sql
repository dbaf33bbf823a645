-- The last id of the next articles.
select max(article_id) from (select article_id from article where article_id > $after order by article_id limit $most)
