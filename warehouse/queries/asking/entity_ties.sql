-- What may tie the articles that name a person: their story, the person's post and its body, and others who are named in few articles.
with mine as (
    select distinct article_id from mention where list_contains(string_split($entities, ','), entity_id)
),
few as (
    select entity_id from mention where entity_id in (select entity_id from mention semi join mine using (article_id))
    group by entity_id
    having count(distinct article_id) <= greatest(20, (select count(*) from article) * 0.01)
)
select article_id, 'story ' || story_id as tie from article semi join mine using (article_id)
union all
select article_id, 'post ' || lower(strip_accents(post)) || coalesce(' of ' || lower(strip_accents(body)), '') from entity_role semi join mine using (article_id)
where side = 'person' and list_contains(string_split($entities, ','), entity_id) and (body is not null or contains(post, ' '))
union all
select r.article_id, 'of ' || o.entity_id from entity_role r semi join mine using (article_id) join fact_party o on o.fact_id = r.fact_id and o.role = 'organisation'
where r.side = 'person' and list_contains(string_split($entities, ','), r.entity_id) and starts_with(o.entity_id, 'organisation/')
union all
select distinct m.article_id, m.entity_id from mention m semi join mine using (article_id) semi join few using (entity_id) join entity e using (entity_id)
where e.entity_type <> 'place' and not list_contains(string_split($entities, ','), m.entity_id)
