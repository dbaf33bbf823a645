-- Stories with several articles, those with most copies first.
select story_id, headline, original_article_id, evidence, credited, articles, outlet_names, first_seen, last_seen, last_seen - first_seen as spread
from story
where articles >= $least and ($outlet is null or list_contains(outlet_names, $outlet)) and ($since is null or last_seen >= $since)
order by articles desc, first_seen, story_id
limit $limit
