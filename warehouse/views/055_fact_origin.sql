-- A name of an outlet or agency without what its spellings differ in: "The Harbour-Post" and "Harbour Post".
create or replace macro outlet_key(name) as nullif(regexp_replace(lower(strip_accents(name)), '^the\s+|[^\p{L}\p{N}]', '', 'g'), '');
comment on macro outlet_key is 'The letters and digits of an outlet''s name in small letters, without the: names that are the same this way are one outlet.';

-- Whether an id of an entity is made of a short form of another's name: a surname, or the beginning or end of a body's name.
create or replace macro short_form(short, long) as
    contains(short, '/') and split_part(short, '/', 1) = split_part(long, '/', 1)
    and (ends_with(long, '-' || split_part(short, '/', 2)) or (contains(short, 'organisation/') and starts_with(long, short || '-')));
comment on macro short_form is 'Whether one entity''s id may be a short form of another''s: person/brandt of person/ilse-brandt, organisation/norrland of organisation/norrland-paper.';

-- Of names for one claim, those that are no short form of another: who is called Brandt beside Ilse Brandt is hardly somebody else.
create or replace macro without_short_forms(names) as
    list_filter(names, lambda short: len(list_filter(names, lambda long: short_form(short, long))) = 0);
comment on macro without_short_forms is 'Those of some names (entity ids) that are no short form of another one of them.';

create view fact_origin as
with said as (
    -- Whom "he" or "the company" is, nobody knows: what they say is told by the story itself.
    select q.fact_id, q.article_id, q.start_char, q.end_char, min(coalesce(p.entity_id, q.speaker)) as speaker,
           bool_or(p.entity_id is not null) or regexp_full_match(any_value(q.speaker), '(\p{Lu}[\p{L}.''’-]*\s+)+\p{Lu}[\p{L}''’-]+') as named
    from fact q left join fact_party p on p.fact_id = q.fact_id and p.role = 'speaker'
    where q.kind = 'quotation' and q.speaker is not null
      and (p.entity_id is not null
           or not regexp_full_match(q.speaker, '(?i:it|he|she|they|we|i|you|who|which|one|some|many|others?|both|this|that)|(?i:the|this|that|these|those|his|her|its|their)(\s[\p{Ll}-]+)+'))
    group by all
),
quoted as (
    -- A fact inside somebody's quotation comes from that person, whoever printed it.
    select f.fact_id, arg_min({'speaker': q.speaker, 'named': q.named}, q.end_char - q.start_char) as who
    from fact f
    join said q on q.article_id = f.article_id
               and coalesce(f.anchor_start, f.start_char) >= q.start_char and coalesce(f.anchor_end, f.end_char) <= q.end_char
    where f.kind in ('quantity', 'event', 'denial', 'role', 'agreement')
    group by f.fact_id
    union all
    select fact_id, {'speaker': speaker, 'named': named} from said
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
),
-- Whose words a story is: of the credited source, else of the outlet or site of its original.
owner as materialized (
    select a.story_id, coalesce(
        'outlet ' || outlet_key(any_value(r.credited)), 'outlet ' || outlet_key(any_value(a.publisher)),
        'site ' || nullif(regexp_extract(lower(any_value(a.url)), '^https?://(?:www\.)?([^/:?#]+)', 1), ''), 'story ' || a.story_id
    ) as outlet
    from article a
    left join story_original s using (story_id)
    left join released r using (story_id)
    where a.article_id = coalesce(s.article_id, a.story_id)
    group by a.story_id
)
select
    f.fact_id,
    f.article_id,
    coalesce('speaker ' || q.who.speaker, 'release ' || r.credited, 'story ' || b.story_id, 'story ' || a.story_id) as origin,
    case when q.who is not null then 'quotation' when r.credited is not null then 'release' when b.story_id is not null then 'reuse' else 'story' end as origin_kind,
    coalesce(b.story_id, a.story_id) as story_id,
    s.credited,
    case when q.who.named then 'speaker ' || q.who.speaker end as speaker,
    w.outlet
from fact f
join article a using (article_id)
left join quoted q using (fact_id)
left join borrowed b using (fact_id)
left join story_original s on s.story_id = coalesce(b.story_id, a.story_id)
left join released r on r.story_id = coalesce(b.story_id, a.story_id)
left join owner w on w.story_id = coalesce(b.story_id, a.story_id)
where f.kind in ('quantity', 'event', 'denial', 'role', 'agreement', 'quotation');
comment on view fact_origin is 'Where each figure, event, agreement, role and quotation comes from: the speaker who is quoted, a source that is credited and not here, the story a passage was borrowed from, or the article''s own story.';
comment on column fact_origin.fact_id is 'The fact.';
comment on column fact_origin.article_id is 'The article that prints it.';
comment on column fact_origin.origin is 'The origin: facts with the same origin are one source.';
comment on column fact_origin.origin_kind is 'quotation, release, reuse or story.';
comment on column fact_origin.story_id is 'The story whose words they are: the one a passage was borrowed from, else the article''s own.';
comment on column fact_origin.credited is 'Whom the copies of that story credit, whether or not the credited article is here.';
comment on column fact_origin.speaker is 'The person or body that is quoted with it, by name; NULL where nobody is, or somebody without a name.';
comment on column fact_origin.outlet is 'Whose words it is printed in: the outlet or agency of the original of its story, or the credited source (by letters and digits of its name); the site where no name is known, else the story.';
