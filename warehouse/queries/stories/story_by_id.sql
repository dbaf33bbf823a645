-- One story.
select s.story_id, coalesce(s.headline, opening(a.article_body)) as headline, s.original_article_id, s.evidence, s.credited, s.articles,
       s.outlet_names, s.first_seen, s.last_seen, s.last_seen - s.first_seen as spread
from story s join article a on a.article_id = s.original_article_id
where s.story_id = $story_id
