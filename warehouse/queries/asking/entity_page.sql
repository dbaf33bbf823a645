-- Everything about one entity (of a person, in the articles that are known to mean this one): one row, with lists, from the tables that the queries before it made.
with about as (
    select any_value(entity_type) as type, arg_max(name, (length(name), name)) as name, max(country) as country
    from entity where entity_id in $entities
),
linked as (
    select max(wikidata_id) as wikidata_id, coalesce(max(candidates) filter (wikidata_id is null), []) as ambiguous
    from entity_link where entity_id in $entities
),
total as (
    select count(distinct story_id) as stories, count(distinct article_id) as articles, min(date_published) as first_seen, max(date_published) as last_seen
    from entity_named
),
form as (select surface, sum(mentions)::bigint as mentions, count(distinct story_id) as stories from entity_named group by surface),
told as (
    select t.story_id, coalesce(a.headline, opening(a.article_body)) as headline, t.first_seen, t.articles, t.outlets, t.mentions, t.article_id
    from (
        select story_id, min(date_published) as first_seen, count(distinct article_id) as articles, count(distinct outlet) as outlets,
               sum(mentions)::bigint as mentions, arg_min(article_id, (date_published, article_id)) as article_id,
               arg_min(place, (date_published, article_id)) as place
        from entity_named group by story_id
        order by first_seen desc nulls last, story_id limit $limit
    ) t join article a on a.rowid = t.place
),
company as (
    select o.entity_id, e.name, e.entity_type as type, o.stories
    from (
        select m.entity_id, count(distinct n.story_id) as stories
        from mention m join (select distinct article_id, story_id from entity_named) n using (article_id)
        where m.entity_id not in $entities
        group by m.entity_id
        order by stories desc, m.entity_id limit $limit
    ) o join entity e using (entity_id)
)
select  -- positional joins of single rows: an order of joins is not to be looked for
    list_value $entities as entity_ids,
    about.type, about.name, about.country, linked.wikidata_id, linked.ambiguous,
    $person::integer as person, $people::integer as people,
    total.stories, total.articles, total.first_seen, total.last_seen,
    written_as, roles, quotations, figures, told_in, named_with
from about positional join linked positional join total
positional join (select coalesce(list(form order by mentions desc, surface), []) as written_as from form)
positional join (select coalesce(list(r order by rowid), []) as roles from entity_roles r)
positional join (select coalesce(list(q order by rowid), []) as quotations from entity_quotations q)
positional join (select coalesce(list(f order by rowid), []) as figures from entity_figures f)
positional join (select coalesce(list(told order by first_seen desc nulls last, story_id), []) as told_in from told)
positional join (select coalesce(list(company order by stories desc, entity_id), []) as named_with from company)
