-- Stories that a run brought to outlets that did not carry them before, by the headline of their original.
with filed as (
    select distinct article_id from arrival
    where run_id = $run_id and outcome in ('loaded', 'duplicate', 'revision') and article_id is not null
),
told as (
    select a.story_id, a.article_id, a.headline, a.recorded_at, coalesce(a.republisher, a.publisher) as outlet,
           f.article_id is not null as is_new
    from article a left join filed f using (article_id)
    where a.story_id in (select story_id from article semi join filed using (article_id))
),
spread as (
    select story_id,
           arg_min(headline, recorded_at) as headline,
           list_sort(list(distinct outlet) filter (where outlet is not null)) as outlets,
           count(distinct outlet) filter (where not is_new) as outlets_before,
           count(*) as articles
    from told
    group by story_id
    having count(distinct outlet) > outlets_before and count(distinct outlet) > 1
)
select s.story_id, coalesce(h.headline, s.headline) as headline, s.outlets, s.outlets_before, s.articles
from spread s left join story_original o using (story_id) left join article h on h.article_id = o.article_id
order by len(s.outlets) desc, s.story_id
