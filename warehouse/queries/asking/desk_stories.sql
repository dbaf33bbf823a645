-- The stories that most outlets carry, among those with an article filed since a moment, by the headline of their original.
with told as (
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
)
select t.story_id, coalesce(h.headline, t.headline) as headline, t.outlets, t.articles
from told t left join story_original o using (story_id) left join article h on h.article_id = o.article_id
order by len(t.outlets) desc, t.articles desc, t.story_id
