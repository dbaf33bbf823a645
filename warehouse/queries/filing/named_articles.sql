-- Articles whose id begins so.
select article_id from article where starts_with(article_id, lower($name)) order by 1
