-- Articles whose id begins with a name.
select article_id from article where starts_with(article_id, $name) limit 2
