-- The latest articles.
select article_id from article order by coalesce(date_published, recorded_at) desc, article_id limit $most
