-- Articles whose id begins with a name.
select article_id from article where starts_with(article_id, $name) order by article_id limit 2
