-- The originals that the stories of the incoming articles had so far.
select distinct o.story_id, o.article_id, o.evidence
from incoming i join article a using (article_id) join story_original o on o.story_id = a.story_id
