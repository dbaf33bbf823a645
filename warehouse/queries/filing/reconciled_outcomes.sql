-- The arrivals of a run (and of those it took over) whose outcome is not what their article turned out to be in its story.
with told as (
    select
        a.arrival_id, a.outcome as was,
        case max(s.relation) when 'revision' then 'revision' when 'duplicate' then 'duplicate' when 'excerpt' then 'duplicate' else 'loaded' end as outcome
    from arrival a
    join run r using (run_id)
    left join syndication s on s.article_id = a.article_id and s.relation in ('duplicate', 'excerpt', 'revision')
    where (a.run_id = $run_id or r.state = 'interrupted') and a.outcome in ('loaded', 'duplicate', 'revision')
    group by a.arrival_id, a.outcome
)
select arrival_id, was, outcome from told where was <> outcome order by arrival_id
