-- Reprocessed articles keep their filing time and their story.
update article set recorded_at = i.recorded_at, story_id = i.story_id
from incoming i where article.article_id = i.article_id
