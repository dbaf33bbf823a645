-- How many articles each outlet has of some stories.
select story_id, coalesce(republisher, publisher) as outlet, count(*) as articles
from article
where story_id in (select unnest($stories))
group by all
