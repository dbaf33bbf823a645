-- The story of an article.
select story_id from article where article_id = $article_id
