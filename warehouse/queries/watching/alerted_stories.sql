-- Watches and the stories of the incoming articles that they have told of: as the stories are now.
select distinct l.watch, a.story_id
from alert l join article a using (article_id)
where a.story_id in (select story_id from article semi join incoming using (article_id))
