-- Everything about one entity (of a person, in the articles that are known to mean this one): one row, with lists.
-- Quotations and figures are those of story_quotation and story_quantity; only those are compared that are the same as one of the entity's.
with wanted as (select unnest(string_split($entities, ',')) as entity_id),
named as materialized (
    select m.article_id, m.surface, a.story_id, a.date_published, coalesce(a.republisher, a.publisher) as outlet
    from mention m semi join wanted using (entity_id) join article a using (article_id)
    where $articles is null or m.article_id in (select unnest(string_split($articles, ',')))
),
naming as materialized (select distinct article_id, story_id from named),
form as (select surface, count(*) as mentions, count(distinct story_id) as stories from named group by surface),
held as (
    select side, person, post, body, modality, min(date_published) as first_seen, max(date_published) as last_seen,
           count(distinct story_id) as stories, arg_min(article_id, (date_published, article_id)) as article_id
    from entity_role r semi join wanted using (entity_id) semi join naming using (article_id)
    group by side, person, post, body, modality
    order by first_seen, post, person, body, side, modality limit $limit
),
spoken as (
    select fact_id from fact_party
    where role = 'speaker' and fact_id in (select fact_id from fact_party semi join wanted using (entity_id) where role = 'speaker')
    group by fact_id having min(entity_id) in (from wanted)
),
uttered as materialized (
    select f.fact_id, n.story_id, f.speaker, f.exact
    from fact f semi join spoken using (fact_id) join naming n using (article_id) where f.kind = 'quotation'
),
quoted as (
    select q.*, count(distinct q.article_id) over same as articles,
           row_number() over (partition by q.story_id, q.speaker, q.exact order by q.is_original desc, q.date_published, q.article_id, q.start_char) as rank
    from (
        select f.fact_id, f.article_id, a.story_id, a.date_published, f.speaker, f.speaker_role, f.cue, f.quote_type, f.exact, f.start_char,
               (o.article_id = f.article_id) is true as is_original
        from fact f
        join (select article_id, story_id, date_published from article where story_id in (select story_id from uttered)) a using (article_id)
        left join story_original o on o.story_id = a.story_id
        semi join uttered u on u.story_id = a.story_id and u.exact = f.exact and u.speaker is not distinct from f.speaker
        where f.kind = 'quotation'
    ) q
    window same as (partition by q.story_id, q.speaker, q.exact)
),
said as (
    select q.date_published, q.speaker_role, q.cue, q.quote_type, q.exact, q.article_id, q.articles
    from quoted q where rank = 1 and q.fact_id in (select fact_id from uttered)
    order by q.date_published desc nulls last, q.article_id, q.start_char, q.fact_id limit $limit
),
counted as materialized (
    select f.fact_id, n.story_id, f.subtype, f.value, f.value_high, f.of_value, f.bound, f.unit, f.timex_value
    from fact f join naming n using (article_id)
    where f.kind = 'quantity' and f.fact_id in (select fact_id from fact_party semi join wanted using (entity_id) where role = 'subject')
),
alike as materialized (
    select f.fact_id, f.article_id, a.story_id, a.date_published, f.subtype, f.subject, f.object, f.value, f.value_high, f.of_value, f.bound, f.unit,
           f.timex_value, f.exact, f.start_char, (o.article_id = f.article_id) is true as is_original
    from fact f
    join (select article_id, story_id, date_published from article where story_id in (select story_id from counted)) a using (article_id)
    left join story_original o on o.story_id = a.story_id
    semi join counted c on c.story_id = a.story_id and c.unit is not distinct from f.unit and c.value is not distinct from f.value
        and c.value_high is not distinct from f.value_high and c.of_value is not distinct from f.of_value and c.bound is not distinct from f.bound
        and c.timex_value is not distinct from f.timex_value and c.subtype is not distinct from f.subtype
    where f.kind = 'quantity'
),
nouns as (select *, noun_phrase(subject) as subject_noun, noun_phrase(object) as object_noun from alike),
measures as (  -- as in the view quantity, which would make the nouns of all articles
    select *, case when unit like '{%' or unit = '%' then coalesce(object_noun, subject_noun) else coalesce(subject_noun, object_noun) end as measure from nouns
),
measured as (
    select q.*, count(distinct q.article_id) over same as articles,
           row_number() over (partition by q.story_id, q.subtype, coalesce(q.measure, q.exact), q.value, q.value_high, q.of_value, q.bound, q.unit, q.timex_value
                              order by q.is_original desc, q.date_published, q.article_id, q.start_char) as rank
    from measures q
    window same as (partition by q.story_id, q.subtype, coalesce(q.measure, q.exact), q.value, q.value_high, q.of_value, q.bound, q.unit, q.timex_value)
),
figure as (
    select q.date_published, q.measure, q.value, q.value_high, q.unit, q.bound, q.timex_value, q.exact, q.article_id, q.articles
    from measured q
    where rank = 1 and q.fact_id in (select fact_id from counted)
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
    select o.entity_id, e.name, e.entity_type as type, o.stories
    from (
        select entity_id, count(*) as stories
        from (select distinct m.entity_id, n.story_id from mention m join naming n using (article_id))
        where entity_id not in (from wanted)
        group by entity_id
    ) o join entity e using (entity_id)
    order by o.stories desc, o.entity_id limit $limit
),
about as (
    select any_value(entity_type) as type, arg_max(name, (length(name), name)) as name, max(country) as country
    from entity semi join wanted using (entity_id)
),
linked as (
    select max(wikidata_id) as wikidata_id, coalesce(max(candidates) filter (wikidata_id is null), []) as ambiguous
    from entity_link semi join wanted using (entity_id)
),
total as (
    select count(distinct story_id) as stories, count(distinct article_id) as articles, min(date_published) as first_seen, max(date_published) as last_seen
    from named
)
select  -- positional joins of single rows: an order of joins is not to be looked for
    string_split($entities, ',') as entity_ids,
    about.type, about.name, about.country, linked.wikidata_id, linked.ambiguous,
    $person::integer as person, $people::integer as people,
    total.stories, total.articles, total.first_seen, total.last_seen,
    written_as, roles, quotations, figures, told_in, named_with
from about positional join linked positional join total
positional join (select coalesce(list(form order by mentions desc, surface), []) as written_as from form)
positional join (select coalesce(list(held order by first_seen, post, person, body, side, modality), []) as roles from held)
positional join (select coalesce(list(said order by date_published desc nulls last, article_id), []) as quotations from said)
positional join (select coalesce(list(figure order by date_published desc nulls last, article_id), []) as figures from figure)
positional join (select coalesce(list(told order by first_seen desc nulls last, story_id), []) as told_in from told)
positional join (select coalesce(list(company order by stories desc, entity_id), []) as named_with from company)
