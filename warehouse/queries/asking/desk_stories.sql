-- The stories that most outlets carry, among those with an article filed since a moment.
select story_id,
       arg_min(headline, recorded_at) as headline,
       list_sort(list(distinct coalesce(republisher, publisher)) filter (where coalesce(republisher, publisher) is not null)) as outlets,
       count(*) as articles
from article
where story_id in (select story_id from article where recorded_at >= $since)
group by story_id
having len(outlets) > 1
order by len(outlets) desc, articles desc, story_id
limit 10
