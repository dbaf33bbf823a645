create view claim_statement as
-- Every claim with who makes it where: what contradiction and superseded are made of.
select
    c.claim_id, coalesce(g.group_id, c.claim_id) as group_id, c.kind, coalesce(measured_words(f.kind, f.unit, f.subject, f.predicate, f.object), c.measure) as measure, c.polarity, c.speaker, c.replaces,
    c.entities as about, lower(f.subject) as thing, lower(f.predicate) as verb, f.timex_value, f.unit, f.value, f.value_high, f.bound, f.exact,
    f.fact_id, a.article_id, a.publisher, coalesce(a.republisher, a.publisher) as outlet, a.date_published, o.origin, o.origin_kind, o.story_id,
    o.speaker as named_speaker, o.outlet as source, c.measure as concept
from claim c
join fact f using (fact_id)
join article a on a.article_id = f.article_id
join fact_origin o using (fact_id)
left join claim_group g using (claim_id)
where c.fact_id not in (select fact_id from judged_fact where verdict = 'wrong');
comment on view claim_statement is 'Every claim with its words, its article and its origin.';
comment on column claim_statement.claim_id is 'The claim.';
comment on column claim_statement.group_id is 'The group of claims that agree with it; its own id where there is none.';
comment on column claim_statement.kind is 'figure, event, role or quotation.';
comment on column claim_statement.measure is 'What is measured, the kind of event, or the post.';
comment on column claim_statement.polarity is '+ (so) or - (denied).';
comment on column claim_statement.speaker is 'Who is quoted with it.';
comment on column claim_statement.replaces is 'The value (in the unit of comparison) that it took the place of, as its own sentence says.';
comment on column claim_statement.about is 'Of whom: entity ids.';
comment on column claim_statement.thing is 'The subject, lower case.';
comment on column claim_statement.verb is 'The verb, lower case.';
comment on column claim_statement.timex_value is 'For when (TIMEX3).';
comment on column claim_statement.unit is 'UCUM, ISO 4217 or {noun}, as printed.';
comment on column claim_statement.value is 'The value, as printed.';
comment on column claim_statement.value_high is 'The upper end of a range.';
comment on column claim_statement.bound is '=, <, <=, >, >=, ~ or range.';
comment on column claim_statement.exact is 'The exact words.';
comment on column claim_statement.fact_id is 'The fact.';
comment on column claim_statement.article_id is 'The article.';
comment on column claim_statement.publisher is 'Whose text it is.';
comment on column claim_statement.outlet is 'Who printed it.';
comment on column claim_statement.date_published is 'When it was published, UTC.';
comment on column claim_statement.origin is 'Where it comes from, as in fact_origin.';
comment on column claim_statement.origin_kind is 'quotation, release, reuse or story.';
comment on column claim_statement.story_id is 'The story whose words they are.';
comment on column claim_statement.named_speaker is 'Who is quoted with it, by name, as in fact_origin.';
comment on column claim_statement.concept is 'The concept by which it is compared, as claim.measure.';
comment on column claim_statement.source is 'The outlet or agency whose words they are, as in fact_origin.';

-- What became of people: such numbers grow and shrink by the hour, so one outlet's later one takes the place of its earlier one, whoever tells it.
create or replace macro is_outcome(concept) as concept in ('dead', 'injured', 'missing', 'arrested', 'detained', 'evacuated', 'rescued', 'homeless', 'displaced', 'trapped', 'hospitalized');
comment on macro is_outcome is 'Whether a concept is what became of people in a disaster: dead, injured, missing, rescued …';

create view claim_conflict as
-- Pairs of statements that cannot both be right, or of which one took the place of the other.
select
    m.relation, m.score, m.why, a as one, b as other,
    case
        when m.relation = 'denies' then 'denial'
        when m.relation = 'other_time' then 'time'
        when m.relation = 'replaces' then 'replaced'
        when a.origin_kind = 'quotation' and b.origin_kind = 'quotation' and a.origin <> b.origin
             and not short_form(a.origin, b.origin) and not short_form(b.origin, a.origin)
             and not (is_outcome(a.concept) and a.source = b.source and a.article_id <> b.article_id) then 'disagreement'
        when a.story_id = b.story_id and a.article_id <> b.article_id then case when a.outlet = b.outlet then 'revision' else 'altered' end
        when a.source = b.source and (a.speaker is null or b.speaker is null or a.speaker = b.speaker
                                       or short_form(a.speaker, b.speaker) or short_form(b.speaker, a.speaker) or is_outcome(a.concept)) then 'update'
        else 'disagreement'
    end as how
from claim_meeting m
join claim_statement a on a.claim_id = m.claim_id
join claim_statement b on b.claim_id = m.other_id
where m.relation <> 'agrees'
  and (m.relation = 'replaces' or a.article_id <> b.article_id
       -- two people whom one article quotes may well disagree
       or a.origin <> b.origin and a.origin_kind = 'quotation' and b.origin_kind = 'quotation');
comment on view claim_conflict is 'Pairs of statements that cannot both be right, or of which one took the place of the other.';
comment on column claim_conflict.relation is 'As in claim_meeting.';
comment on column claim_conflict.score is 'Points of evidence that they are of the same thing.';
comment on column claim_conflict.why is 'What they have in common.';
comment on column claim_conflict.one is 'A row of claim_statement.';
comment on column claim_conflict.other is 'The other one.';
comment on column claim_conflict.how is 'disagreement (of two sources), update (of one source), revision (of a story by its outlet), altered (a copy in another outlet has another figure), replaced (the text says so), denial or time.';

create view contradiction as
with pair as (
    select
        case when one.group_id <= other.group_id then one else other end as a,
        case when one.group_id <= other.group_id then other else one end as b,
        how, score, why
    from claim_conflict
    where how in ('disagreement', 'denial', 'time')
),
conflict as (
    select a.group_id as first_group, b.group_id as second_group, min(how) as relation, arg_max(why, (score, why)) as why
    from pair
    group by all
),
version as (
    select distinct c.first_group, c.second_group, c.relation, c.why, s.*
    from conflict c join claim_statement s on s.group_id in (c.first_group, c.second_group)
)
select
    mode(measure order by measure) as measure,
    max(timex_value) as timex_value,
    mode(unit order by unit) as unit,
    count(distinct origin) as independent,
    min(value) as lowest,
    max(coalesce(value_high, value)) as highest,
    list({'value': value, 'value_high': value_high, 'bound': bound, 'publisher': publisher, 'origin': origin,
          'article_id': article_id, 'exact': exact, 'unit': unit, 'date_published': date_published, 'polarity': polarity}
         order by value, date_published, article_id, fact_id) as versions,
    list_aggregate(arg_min(about, (date_published, article_id, fact_id)), 'string_agg', ', ') as about,
    arg_min(thing, (date_published, article_id, fact_id)) as thing,
    arg_min(verb, (date_published, article_id, fact_id)) as verb,
    relation,
    any_value(kind) as kind,
    arg_max(value, (date_published, article_id, fact_id)) as latest,
    why,
    count(distinct coalesce(named_speaker, source)) as sources
from version
group by first_group, second_group, relation, why;
comment on view contradiction is 'The same thing claimed in ways that cannot all be right, by different sources: another value, a denial, another time. What one source said anew is in superseded.';
comment on column contradiction.measure is 'What is measured.';
comment on column contradiction.timex_value is 'For when (TIMEX3).';
comment on column contradiction.unit is 'UCUM, ISO 4217 or {noun}.';
comment on column contradiction.independent is 'Independent origins; 1 when one person is quoted with different figures.';
comment on column contradiction.lowest is 'The lowest value said.';
comment on column contradiction.highest is 'The highest value said.';
comment on column contradiction.versions is 'Who says which, with the exact words.';
comment on column contradiction.about is 'Of whom, as first printed: names (entity ids) in the subject, else the name the article is most about.';
comment on column contradiction.thing is 'What it is said of.';
comment on column contradiction.verb is 'What is said: the verb.';
comment on column contradiction.relation is 'disagreement (another value), denial or time.';
comment on column contradiction.kind is 'figure, event, role or quotation.';
comment on column contradiction.latest is 'The value that was said last.';
comment on column contradiction.sources is 'Persons quoted by name, and outlets and agencies: all stories of one outlet are one.';
comment on column contradiction.why is 'What the claims have in common.';

create view superseded as
with pair as (
    select
        how, score, why,
        case when how = 'replaced' and one.replaces is null or how <> 'replaced' and (one.date_published, one.article_id) <= (other.date_published, other.article_id)
             then one else other end as a,
        case when how = 'replaced' and one.replaces is null or how <> 'replaced' and (one.date_published, one.article_id) <= (other.date_published, other.article_id)
             then other else one end as b
    from claim_conflict
    where how = 'replaced'
          -- of two texts that are printed at one time nobody knows which came later
          or how in ('update', 'revision') and one.date_published <> other.date_published
)
select
    a.measure as measure, list_aggregate(a.about, 'string_agg', ', ') as about, a.timex_value as timex_value, a.unit as unit, a.value as value, a.bound as bound,
    b.value as latest, b.unit as latest_unit, how, a.publisher as publisher, a.article_id as article_id, a.date_published as date_published, a.exact as exact,
    b.article_id as latest_article_id, b.date_published as latest_published, b.exact as latest_exact, why, score
from pair
-- once for each two values of a thing: as the first of both were printed
qualify row_number() over (
    partition by a.group_id, b.group_id, a.value, b.value order by a.date_published nulls last, b.date_published nulls last, a.fact_id, b.fact_id
) = 1;
comment on view superseded is 'Figures in whose place the same source put a later one: an update, a revision of the story, or a correction that the text itself tells.';
comment on column superseded.measure is 'What is measured.';
comment on column superseded.about is 'Of whom: entity ids.';
comment on column superseded.timex_value is 'For when (TIMEX3).';
comment on column superseded.unit is 'The unit of value, as printed.';
comment on column superseded.value is 'The value that no longer holds.';
comment on column superseded.bound is 'Its bound.';
comment on column superseded.latest is 'The value that took its place.';
comment on column superseded.latest_unit is 'Its unit.';
comment on column superseded.how is 'update (another story of the same source), revision (the same story) or replaced (the text says so).';
comment on column superseded.publisher is 'Whose text the earlier one is.';
comment on column superseded.article_id is 'The article with the earlier value.';
comment on column superseded.date_published is 'When that was published, UTC.';
comment on column superseded.exact is 'Its words.';
comment on column superseded.latest_article_id is 'The article with the later value.';
comment on column superseded.latest_published is 'When that was published, UTC.';
comment on column superseded.latest_exact is 'Its words.';
comment on column superseded.why is 'What the claims have in common.';
comment on column superseded.score is 'Points of evidence that they are of the same thing.';
