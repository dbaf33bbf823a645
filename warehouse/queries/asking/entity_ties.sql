-- What may tie the articles that name a person: their story, the person's post and its body, and others who are named in few articles.
with wanted as (select unnest(string_split($entities, ',')) as entity_id),
mine as materialized (select distinct article_id from mention semi join wanted using (entity_id)),
others as materialized (
    select distinct m.entity_id, m.article_id
    from mention m semi join mine using (article_id) join entity e using (entity_id)
    where e.entity_type <> 'place' and m.entity_id not in (from wanted)
),
few as (
    select entity_id from (select distinct entity_id, article_id from mention where entity_id in (select entity_id from others))
    group by entity_id
    having count(*) <= greatest(20, (select count(*) from article) * 0.01)
),
told as materialized (  -- by the article first: few blocks of facts have one of these
    select fact_id, article_id, predicate as post, object as body from fact semi join mine using (article_id) where kind = 'role'
),
held as materialized (
    select * from told where fact_id in (select fact_id from fact_party semi join wanted using (entity_id) where role = 'person')
)
select article_id, 'story ' || story_id as tie from article semi join mine using (article_id)
union all
select article_id, 'post ' || lower(strip_accents(post)) || coalesce(' of ' || lower(strip_accents(body)), '') from held
where body is not null or contains(post, ' ')
union all
select h.article_id, 'of ' || o.entity_id from held h join fact_party o on o.fact_id = h.fact_id and o.role = 'organisation'
where starts_with(o.entity_id, 'organisation/')
union all
select article_id, entity_id from others semi join few using (entity_id)
