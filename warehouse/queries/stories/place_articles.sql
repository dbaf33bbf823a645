-- Write the story of each incoming article.
update article set story_id = i.story_id from incoming i
where article.article_id = i.article_id and article.story_id is distinct from i.story_id
