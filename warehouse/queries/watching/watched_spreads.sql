-- The stories of the incoming articles, with the outlets that are known to have them.
select a.story_id, list_sort(list(distinct coalesce(a.republisher, a.publisher)))
from article a
where a.story_id in (select story_id from article semi join incoming using (article_id)) and coalesce(a.republisher, a.publisher) is not null
group by a.story_id
