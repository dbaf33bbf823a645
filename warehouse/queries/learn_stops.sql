-- Shingles that one outlet prints under many headlines on several days of a period (or very many), or that everybody prints all the time, are boilerplate.
insert into stop_hash
with often as (select hash from met group by hash having count(*) >= $headlines),
seen as (
    select distinct m.hash, p.outlet, coalesce(m.day // $period, -1) as period, p.headline, m.day
    from met m semi join often using (hash) join printing p using (article_no)
),
house as (
    select hash from seen where outlet is not null group by hash, outlet, period
    having (count(distinct headline) >= $headlines and count(distinct day) >= $days) or count(distinct headline) >= $headlines_at_once
),
phrase as (
    select hash from seen group by hash, period
    having (count(distinct headline) >= $phrase_headlines and count(distinct day) >= $phrase_days) or count(distinct headline) >= $phrase_at_once
)
select hash, false from (select hash from house union select hash from phrase)
returning hash
