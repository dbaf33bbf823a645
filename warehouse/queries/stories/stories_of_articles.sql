-- The stories of two articles.
select story_id from article where article_id in ($one, $other)
