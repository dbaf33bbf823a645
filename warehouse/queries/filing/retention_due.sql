-- Articles that are older than their rule allows, the oldest first: of several rules that fit, the first counts.
with decided as (
    select a.article_id, min((i.position, i.days, i.published)) as rule, any_value(a.recorded_at) as filed, any_value(a.date_published) as published
    from article a join incoming i
      on (i.outlet is null or lower(i.outlet) = lower(coalesce(a.republisher, a.publisher)))
     and (i.genre is null or i.genre = a.genre)
     and (i.article_id is null or starts_with(a.article_id, i.article_id))
    group by a.article_id
)
select article_id, rule[1] as position, coalesce(if(rule[3], published, filed), filed) as dated
from decided
where rule[2] >= 0 and if(rule[3], published, filed) < $now::timestamptz - rule[2] * interval '1 day'
order by dated, article_id
limit $most
