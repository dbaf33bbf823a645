-- Articles of stories that were last printed before a moment, by the month in which that was. Stories without any date stay.
with last as (
    select story_id, max(date_published) as last from article group by story_id having max(date_published) < $before::timestamptz
)
select strftime(l.last at time zone 'UTC', '%Y-%m') as month, a.article_id
from last l join article a using (story_id)
order by month, a.article_id
