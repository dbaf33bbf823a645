create view entity_link as
select
    e.entity_id, e.entity_type, e.name,
    case when count(distinct n.wikidata_id) = 1 then any_value(n.wikidata_id) end as wikidata_id,
    case when count(distinct n.wikidata_id) = 1 then any_value(n.name) end as wikidata_name,
    list_sort(list(distinct n.wikidata_id)) as candidates,
    arg_min(n.surface, (n.surface <> n.name, n.surface)) as surface
from entity e join authority_name n using (entity_id)
group by e.entity_id, e.entity_type, e.name;
comment on view entity_link is 'Entities that the user''s list of names has (newsdesk entities link FILE), and the Wikidata id of each. A name of several ids is not linked.';
comment on column entity_link.entity_id is 'The entity.';
comment on column entity_link.entity_type is 'person, organisation, place or programme.';
comment on column entity_link.name is 'The fullest form of its name.';
comment on column entity_link.wikidata_id is 'Its id in Wikidata; NULL where the name is ambiguous.';
comment on column entity_link.wikidata_name is 'The main name of that entry.';
comment on column entity_link.candidates is 'All ids that have this name.';
comment on column entity_link.surface is 'The name or alias in the list by which it was found.';

create view entity_form as
select m.entity_id, m.surface, count(*) as mentions, count(distinct m.article_id) as articles, count(distinct a.story_id) as stories
from mention m join article a using (article_id)
group by m.entity_id, m.surface;
comment on view entity_form is 'How entities are written, and how often.';
comment on column entity_form.entity_id is 'The entity.';
comment on column entity_form.surface is 'The words.';
comment on column entity_form.mentions is 'How often.';
comment on column entity_form.articles is 'In how many articles.';
comment on column entity_form.stories is 'In how many stories.';

create view entity_role as
select
    p.entity_id, p.role as side, f.subject as person, f.predicate as post, f.object as body, f.modality,
    a.date_published, a.article_id, a.story_id, coalesce(a.republisher, a.publisher) as outlet, f.exact, f.start_char, f.end_char, f.fact_id
from fact f join fact_party p using (fact_id) join article a on a.article_id = f.article_id
where f.kind = 'role';
comment on view entity_role is 'Posts that texts give people, by the person and by the body or country they are held in.';
comment on column entity_role.entity_id is 'The person, or the body or country.';
comment on column entity_role.side is 'person, or organisation (also of a country): which of the two the entity is.';
comment on column entity_role.person is 'Who holds the post, by the fullest name in the article.';
comment on column entity_role.post is 'The post, in the words of the text.';
comment on column entity_role.body is 'The body or country, if it is named.';
comment on column entity_role.modality is 'former, or asserted: held when the article was published.';
comment on column entity_role.date_published is 'When the article was published, UTC.';
comment on column entity_role.article_id is 'The article.';
comment on column entity_role.story_id is 'Its story.';
comment on column entity_role.outlet is 'Who printed it.';
comment on column entity_role.exact is 'The exact words of the evidence.';
comment on column entity_role.start_char is 'Start in article_body, in code points from 0.';
comment on column entity_role.end_char is 'End, exclusive.';
comment on column entity_role.fact_id is 'The fact.';

create view entity_company as
select
    m.entity_id, o.entity_id as other_entity_id, e.name as other_name, e.entity_type as other_type,
    count(distinct a.story_id) as stories, count(distinct a.article_id) as articles,
    min(a.date_published) as first_seen, max(a.date_published) as last_seen
from (select distinct entity_id, article_id from mention) m
join (select distinct entity_id, article_id from mention) o on o.article_id = m.article_id and o.entity_id <> m.entity_id
join article a on a.article_id = m.article_id
join entity e on e.entity_id = o.entity_id
group by m.entity_id, o.entity_id, e.name, e.entity_type;
comment on view entity_company is 'Who and what is named in the same articles. Ask for one entity_id: all pairs are many.';
comment on column entity_company.entity_id is 'The entity.';
comment on column entity_company.other_entity_id is 'Another one.';
comment on column entity_company.other_name is 'Its name.';
comment on column entity_company.other_type is 'person, organisation, place or programme.';
comment on column entity_company.stories is 'In how many stories both are named.';
comment on column entity_company.articles is 'In how many articles.';
comment on column entity_company.first_seen is 'Earliest publication, UTC.';
comment on column entity_company.last_seen is 'Latest publication, UTC.';
