-- The first few articles whose id starts so.
select article_id from article where starts_with(article_id, $start) order by article_id limit 3
