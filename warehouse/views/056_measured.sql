create view measured as
-- What a figure is a figure of, so that figures of different articles may be set side by side. Three questions decide it:
-- of whom (names in the subject; else the name the article is most about: in its headline, then most mentioned), of what (subject, verb and what stands
-- between verb and figure), and for when. Only figures whose words answer plainly are here; most do not, for the reasons
-- a careful reader would give: the number belongs to a comparison ("from 9.4 billion"), the time to another clause
-- ("fell to 2 from 5 in 1985"), the subject is itself a figure, letters of the sentence are lost.
with said as (
    select
        f.*, a.story_id, q.measure,
        lower(f.subject) as subject_words,
        lower(f.predicate) as verb_words,
        ' ' || lower(left(f.exact, f.anchor_start - f.start_char)) as lead,
        lower(substring(f.exact, f.anchor_end - f.start_char + 1)) as rest
    from fact f join article a using (article_id) join quantity q using (fact_id)
    where f.kind = 'quantity' and f.anchor_start >= f.start_char and f.value is not null and f.of_value is null
      and f.subject is not null and f.predicate is not null
      and f.subtype not in ('ordinal', 'ranking', 'ratio', 'multiple', 'duration', 'age')
      and f.modality in ('asserted', 'claimed')
      and (f.timex_value is null
           or f.timex_type = 'DATE' and regexp_matches(f.timex_value, '^(FY)?\d{4}[^X]*$')
              and coalesce(f.time_relation, 'in') in ('in', 'on', 'at', 'of', 'for', 'during'))
      and noun_phrase(f.subject) is not null and not regexp_matches(f.subject, '\d') and len(string_split(f.subject, ' ')) <= 7
),
verbed as (
    -- the last place of the verb before the figure, and the last place of the subject before the verb
    select *, right(lead, nullif(instr(reverse(lead), reverse(' ' || verb_words || ' ')), 0)) as after_verb,
           left(lead, length(lead) - length(verb_words) - instr(reverse(lead), reverse(' ' || verb_words || ' '))) as before_verb
    from said
),
placed as (
    select *, right(before_verb, nullif(instr(reverse(before_verb), reverse(' ' || subject_words)), 0) - 1) as after_subject
    from verbed
    where regexp_matches(after_verb, '^(\s*[^\s,;:()\d"“”]+){0,4}\s*$')
      -- the figure is not what another one is compared with, nor one of two
      and not regexp_matches(lead, '\s(from|against|versus|vs\.?|than|compared (with|to)|instead of|between|and|or)(\s+(about|around|an?|the))*\s*$')
      -- a participle carries on what was said before: "…, reducing supplies by 50,000 tons"
      and not regexp_matches(lead, '[,;]\s+(\w+\s+)?\w+ing(\s+\S+){0,6}\s*$')
      -- its time stands before it, or behind it with no comparison or new clause between
      and (time_surface is null or contains(lead, lower(time_surface))
           or not regexp_matches(left(rest, greatest(instr(rest, lower(time_surface)) - 1, 0)),
              '(^|\W)(from|against|versus|vs|than|compared|compares|after|before|when|while|but|since|whereas|following|over|as|who|which)\W'))
),
plain as (
    -- subject, verb and figure follow one another, but for a clause in commas and a few words
    select *,
        -- between verb and figure: "to", "of"; adverbs and words of approximation say nothing of what is measured
        trim(regexp_replace(after_verb,
            '(^|\s)(\w+ly|also|now|already|just|been|be|by|an?|the|about|around|some|nearly|almost|over|under|more|less|than|at|least|most|record|estimated|preliminary|provisional|total)\b', '', 'g')) as link
    from placed
    where regexp_matches(after_subject, '^(\s*,[^,\d]*,)?(\s*[^\s,;:()\d"“”]+){0,3}\s*$')
      and not exists (
          select 1 from repair r
          where r.article_id = placed.article_id and r.kind = 'gap' and r.start_char between placed.start_char and placed.end_char
      )
),
named as (
    select p.fact_id, list_sort(list(distinct m.entity_id)) as names
    from plain p join mention m on m.article_id = p.article_id and m.start_char >= p.start_char and m.end_char <= p.anchor_start
    where contains(p.subject, m.surface)
    group by p.fact_id
),
main as (
    select article_id, [arg_max(entity_id, (in_headline, mentions, -first))] as names
    from (
        select m.article_id, m.entity_id, count(*) as mentions, min(m.start_char) as first,
               coalesce(bool_or(contains(lower(a.headline), lower(m.surface))), false) as in_headline
        from mention m join article a using (article_id)
        group by all
    )
    group by article_id
)
select
    p.fact_id, p.article_id,
    coalesce(n.names, m.names) as about,
    p.measure,
    trim(regexp_replace(p.subject_words, '^[^\p{L}\p{N}]*((the|a|an|this|that|these|those|its|their|his|her|our)\s+)*', '')) as thing,
    case when p.trend in ('up', 'down') then p.trend else regexp_replace(p.verb_words, '(ed|d|ing|s)$', '') end as verb,
    p.link,
    case when p.unit = '%' or p.unit like '{%' then lower(coalesce(p.object, '')) else '' end as object,
    p.unit, p.timex_value,
    p.value, p.value_high, p.bound,
    case when p.bound in ('<', '<=') then '-infinity'::double else p.value end as low,
    case when p.bound in ('>', '>=') then 'infinity'::double else coalesce(p.value_high, p.value) end as high,
    case when p.bound = '~' then 0.1 else 0.005 end * abs(p.value) as tolerance
from plain p
left join named n using (fact_id)
left join main m using (article_id)
where n.names is not null or m.names is not null and p.timex_value is not null;
comment on view measured is 'Figures that can be set beside those of other articles, since the words say plainly of whom, of what and for when.';
comment on column measured.fact_id is 'The fact, a quantity.';
comment on column measured.article_id is 'The article that prints it.';
comment on column measured.about is 'Whose figure it is: the names in its subject, else the name its article is most about.';
comment on column measured.measure is 'What is measured, as in quantity.';
comment on column measured.thing is 'The subject without articles, lower case.';
comment on column measured.verb is 'The verb without its ending; up or down for every verb of rising or falling.';
comment on column measured.link is 'The words between verb and figure without adverbs and approximations: "rose to 5" is not "rose 5".';
comment on column measured.object is 'Percentages and counts: of what, lower case; else empty.';
comment on column measured.unit is 'UCUM, ISO 4217 or {noun}.';
comment on column measured.timex_value is 'For when (TIMEX3); NULL where no time is said, and then the subject is a name.';
comment on column measured.value is 'The value.';
comment on column measured.value_high is 'The upper end of a range.';
comment on column measured.bound is '=, <, <=, >, >=, ~ or range.';
comment on column measured.low is 'The least it can mean.';
comment on column measured.high is 'The most it can mean.';
comment on column measured.tolerance is 'How far rounding reaches: half a percent, a tenth for approximate figures.';
