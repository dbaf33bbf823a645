-- The stories of one happening, named by the start of its id or of an article's id in it, in order of time, and what ties each to the others.
with chosen as (
    select distinct h.happening_id
    from happening_story h join article a using (story_id)
    where starts_with(h.happening_id, $name) or starts_with(a.article_id, $name)
    limit 1
)
select h.happening_id, s.first_seen, coalesce(s.headline, opening(a.article_body)) as headline, coalesce(a.republisher, a.publisher) as outlet,
       s.articles, h.story_id,
       (select string_agg(distinct l.why, '; ' order by l.why) from happening_link l where h.story_id in (l.story_id, l.other_story_id)) as why
from happening_story h
join chosen using (happening_id)
join story s using (story_id)
join article a on a.article_id = s.original_article_id
order by s.first_seen nulls last, h.story_id
