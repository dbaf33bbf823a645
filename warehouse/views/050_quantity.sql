-- The words that name a thing: without articles, up to the first preposition. NULL for words that name no thing: with digits
-- or a finite verb of the closed classes in them, or with nothing but times and ordinals.
create or replace macro noun_phrase(said) as (
    select case
        when noun = '' or length(noun) < 2 then null
        when regexp_matches(noun, '\d|(^|\s)(is|are|was|were|be|been|has|have|had|will|would|may|might|can|could|should|must|do|does|did|'
            || 'it|he|she|they|we|you|i|him|them|us|there|here|who|which|what|when|where|while|if|because|than|not)(\s|$)') then null
        when regexp_full_match(noun, '((first|second|third|last|next|same|past|previous|current|early|late|alone|today|yesterday|tomorrow|now|years?|months?|weeks?|days?|'
            || 'quarters?|half|period|january|february|march|april|may|june|july|august|september|october|november|december|'
            || 'monday|tuesday|wednesday|thursday|friday|saturday|sunday)\s*)+') then null
        else noun
    end
    from (select trim(regexp_replace(regexp_replace(lower(said),
        '^[^\p{L}\p{N}]*((the|a|an|this|that|these|those|its|their|his|her|our|some|about)\s+)*', ''),
        '(^|\s+)(between|of|in|with|for|by|from|to|on|at|among|across|under|over|against|as|and)\s.*$', '')) as noun)
);
comment on macro noun_phrase is 'The words of a subject or object that name a thing, for grouping figures by what they measure; NULL when they name no thing.';
create view quantity as
with named as (
    select *, noun_phrase(subject) as subject_noun, noun_phrase(object) as object_noun from fact where kind = 'quantity'
)
select
    a.article_id, a.story_id, a.publisher, a.headline, a.date_published,
    f.subtype,
    case
        when f.unit like '{%' or f.unit = '%' then coalesce(object_noun, subject_noun)
        else coalesce(subject_noun, object_noun)
    end as measure,
    f.subject, f.predicate, f.object,
    f.value, f.value_high, f.unit, f.value_si, f.unit_si, f.bound, f.bound_surface, f.of_value, f.trend,
    f.timex_value, f.time_relation, f.time_start, f.time_end,
    f.modality, f.place, f.exact, f.start_char, f.end_char, f.fact_id
from named f join article a using (article_id);
comment on view quantity is 'Every quantity with its words: money, measures, counts, percentages, ranks.';
comment on column quantity.article_id is 'The article.';
comment on column quantity.story_id is 'Its story: copies of one text share it.';
comment on column quantity.publisher is 'Whose text it is.';
comment on column quantity.headline is 'Its headline.';
comment on column quantity.date_published is 'When it was published, UTC.';
comment on column quantity.subtype is 'money, percent, count, power, mass …';
comment on column quantity.measure is 'What is measured, without articles and what follows a preposition: the key for comparing.';
comment on column quantity.subject is 'What it is said of.';
comment on column quantity.predicate is 'The verb.';
comment on column quantity.object is 'The counted things.';
comment on column quantity.value is 'The number, in unit; the lower end of a range.';
comment on column quantity.value_high is 'The upper end of a range.';
comment on column quantity.unit is 'UCUM, ISO 4217, or {noun}.';
comment on column quantity.value_si is 'The value in unit_si.';
comment on column quantity.unit_si is 'The SI unit.';
comment on column quantity.bound is '=, <, <=, >, >=, ~ or range.';
comment on column quantity.bound_surface is 'The words of the bound.';
comment on column quantity.of_value is 'Partitives: the total, as in 220 of 500.';
comment on column quantity.trend is 'up, down or flat.';
comment on column quantity.timex_value is 'The time it is said for (TIMEX3).';
comment on column quantity.time_relation is 'in, by, since …';
comment on column quantity.time_start is 'Start of that time.';
comment on column quantity.time_end is 'End of that time, exclusive.';
comment on column quantity.modality is 'asserted, planned, target, proposed or claimed.';
comment on column quantity.place is 'Where.';
comment on column quantity.exact is 'The exact words of the evidence.';
comment on column quantity.start_char is 'Start in article_body, in code points from 0.';
comment on column quantity.end_char is 'End, exclusive.';
comment on column quantity.fact_id is 'The fact.';
