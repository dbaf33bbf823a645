-- The happening that the story of an article belongs to.
select h.happening_id from happening_story h join article a using (story_id) where a.article_id = $article_id
