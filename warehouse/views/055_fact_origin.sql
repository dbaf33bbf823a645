create view fact_origin as
with quoted as (
    -- A fact inside somebody's quotation comes from that person, whoever printed it.
    select f.fact_id, arg_min(coalesce(p.entity_id, q.speaker), q.end_char - q.start_char) as speaker
    from fact f
    join fact q on q.article_id = f.article_id and q.kind = 'quotation' and q.speaker is not null
               and coalesce(f.anchor_start, f.start_char) >= q.start_char and coalesce(f.anchor_end, f.end_char) <= q.end_char
    left join fact_party p on p.fact_id = q.fact_id and p.role = 'speaker'
    where f.kind in ('quantity', 'event', 'denial', 'role', 'agreement')
    group by f.fact_id
    union all
    select f.fact_id, coalesce(min(p.entity_id), any_value(f.speaker))
    from fact f left join fact_party p on p.fact_id = f.fact_id and p.role = 'speaker'
    where f.kind = 'quotation' and f.speaker is not null
    group by f.fact_id
),
borrowed as (
    -- A fact inside a borrowed passage comes from the story the passage was borrowed from.
    select f.fact_id, arg_min(o.story_id, (o.date_published, o.article_id)) as story_id
    from fact f
    join reuse r on r.article_id = f.article_id
                and coalesce(f.anchor_start, f.start_char) >= r.start_char and coalesce(f.anchor_end, f.end_char) <= r.end_char
    join article o on o.article_id = r.of_article_id
    where f.kind in ('quantity', 'event', 'denial', 'role', 'agreement', 'quotation')
    group by f.fact_id
),
-- A source that the copies of a story credit and that is not here is where the story comes from, not each of its outlets.
released as (
    select s.story_id, s.credited
    from story_original s
    where s.credited is not null
      and not exists (from article a where a.story_id = s.story_id and lower(a.publisher) = lower(s.credited))
)
select
    f.fact_id,
    f.article_id,
    coalesce('speaker ' || q.speaker, 'release ' || r.credited, 'story ' || b.story_id, 'story ' || a.story_id) as origin,
    case when q.speaker is not null then 'quotation' when r.credited is not null then 'release' when b.story_id is not null then 'reuse' else 'story' end as origin_kind,
    coalesce(b.story_id, a.story_id) as story_id,
    s.credited
from fact f
join article a using (article_id)
left join quoted q using (fact_id)
left join borrowed b using (fact_id)
left join story_original s on s.story_id = coalesce(b.story_id, a.story_id)
left join released r on r.story_id = coalesce(b.story_id, a.story_id)
where f.kind in ('quantity', 'event', 'denial', 'role', 'agreement', 'quotation');
comment on view fact_origin is 'Where each figure, event, agreement, role and quotation comes from: the speaker who is quoted, a source that is credited and not here, the story a passage was borrowed from, or the article''s own story.';
comment on column fact_origin.fact_id is 'The fact.';
comment on column fact_origin.article_id is 'The article that prints it.';
comment on column fact_origin.origin is 'The origin: facts with the same origin are one source.';
comment on column fact_origin.origin_kind is 'quotation, release, reuse or story.';
comment on column fact_origin.story_id is 'The story whose words they are: the one a passage was borrowed from, else the article''s own.';
comment on column fact_origin.credited is 'Whom the copies of that story credit, whether or not the credited article is here.';
