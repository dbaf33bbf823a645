-- Everything about one entity (of a person, in the articles that are known to mean this one): one row, with lists.
-- Quotations and figures are those of story_quotation and story_quantity, made for the stories that name the entity only.
with wanted as (select unnest(string_split($entities, ',')) as entity_id),
named as (
    select m.article_id, m.surface, m.entity_id, a.story_id, a.date_published, coalesce(a.republisher, a.publisher) as outlet
    from mention m semi join wanted using (entity_id) join article a using (article_id)
    where $articles is null or list_contains(string_split($articles, ','), m.article_id)
),
form as (select surface, count(*) as mentions, count(distinct story_id) as stories from named group by surface),
held as (
    select side, person, post, body, modality, min(date_published) as first_seen, max(date_published) as last_seen,
           count(distinct story_id) as stories, arg_min(article_id, (date_published, article_id)) as article_id
    from entity_role r semi join wanted using (entity_id) semi join named using (article_id)
    group by side, person, post, body, modality
    order by first_seen, post limit $limit
),
quoted as (
    select q.*, count(distinct q.article_id) over (partition by q.story_id, q.speaker, q.exact) as articles,
           row_number() over (partition by q.story_id, q.speaker, q.exact order by q.is_original desc, q.date_published, q.article_id, q.start_char) as rank
    from (
        select f.*, (o.article_id = f.article_id) is true as is_original
        from quotation f left join story_original o using (story_id) where f.story_id in (select story_id from named)
    ) q
),
said as (
    select q.date_published, q.speaker_role, q.cue, q.quote_type, q.exact, q.article_id, q.articles
    from quoted q where rank = 1 and q.speaker_id in (from wanted) and q.article_id in (select article_id from named)
    order by q.date_published desc nulls last, q.article_id, q.start_char, q.fact_id limit $limit
),
measured as (
    select q.*, count(distinct q.article_id) over same as articles,
           row_number() over (partition by q.story_id, q.subtype, coalesce(q.measure, q.exact), q.value, q.value_high, q.of_value, q.bound, q.unit, q.timex_value
                              order by q.is_original desc, q.date_published, q.article_id, q.start_char) as rank
    from (
        select f.*, (o.article_id = f.article_id) is true as is_original
        from quantity f left join story_original o using (story_id) where f.story_id in (select story_id from named)
    ) q
    window same as (partition by q.story_id, q.subtype, coalesce(q.measure, q.exact), q.value, q.value_high, q.of_value, q.bound, q.unit, q.timex_value)
),
figure as (
    select q.date_published, q.measure, q.value, q.value_high, q.unit, q.bound, q.timex_value, q.exact, q.article_id, q.articles
    from measured q
    where rank = 1 and q.fact_id in (select fact_id from fact_party semi join wanted using (entity_id) where role = 'subject') and q.article_id in (select article_id from named)
    order by q.date_published desc nulls last, q.article_id, q.start_char, q.fact_id limit $limit
),
told as (
    select t.story_id, coalesce(a.headline, opening(a.article_body)) as headline, t.first_seen, t.articles, t.outlets, t.mentions, t.article_id
    from (
        select story_id, min(date_published) as first_seen, count(distinct article_id) as articles, count(distinct outlet) as outlets,
               count(*) as mentions, arg_min(article_id, (date_published, article_id)) as article_id
        from named group by story_id
        order by first_seen desc nulls last, story_id limit $limit
    ) t join article a on a.article_id = t.article_id
    order by t.first_seen desc nulls last, t.story_id
),
company as (
    select o.entity_id, e.name, e.entity_type as type, count(distinct n.story_id) as stories
    from (select distinct article_id, story_id from named) n
    join (select distinct entity_id, article_id from mention) o using (article_id) join entity e on e.entity_id = o.entity_id
    where o.entity_id not in (from wanted)
    group by all order by stories desc, o.entity_id limit $limit
)
select
    string_split($entities, ',') as entity_ids,
    (select any_value(entity_type) from entity semi join wanted using (entity_id)) as type,
    (select arg_max(name, (length(name), name)) from entity semi join wanted using (entity_id)) as name,
    (select max(country) from entity semi join wanted using (entity_id)) as country,
    (select max(wikidata_id) from entity_link semi join wanted using (entity_id)) as wikidata_id,
    (select coalesce(max(candidates), []) from entity_link semi join wanted using (entity_id) where wikidata_id is null) as ambiguous,
    $person::integer as person, $people::integer as people,
    (select count(distinct story_id) from named) as stories,
    (select count(distinct article_id) from named) as articles,
    (select min(date_published) from named) as first_seen,
    (select max(date_published) from named) as last_seen,
    (select coalesce(list(form order by mentions desc, surface), []) from form) as written_as,
    (select coalesce(list(held order by first_seen, post), []) from held) as roles,
    (select coalesce(list(said order by date_published desc nulls last, article_id), []) from said) as quotations,
    (select coalesce(list(figure order by date_published desc nulls last, article_id), []) from figure) as figures,
    (select coalesce(list(told order by first_seen desc nulls last, story_id), []) from told) as told_in,
    (select coalesce(list(company order by stories desc, entity_id), []) from company) as named_with
