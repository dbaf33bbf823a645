-- Stories by the time they were first published: by day, or by month where the days are too many to draw.
with dated as (
    select min(date_published) as first from article where date_published is not null group by story_id
),
span as (
    select min(first)::date as since, max(first)::date as until, date_diff('day', min(first), max(first)) > 92 as long from dated
),
counted as (
    select if(s.long, date_trunc('month', d.first::date), d.first::date)::date as period, count(*) as n
    from dated d, span s group by all
),
period as (
    select long, unnest(generate_series(
        if(long, date_trunc('month', since), since)::timestamp, until::timestamp, if(long, interval 1 month, interval 1 day)))::date as period
    from span where since is not null
)
select if(long, left(period::varchar, 7), period::varchar) as name, coalesce(n, 0)
from period left join counted using (period)
order by name
