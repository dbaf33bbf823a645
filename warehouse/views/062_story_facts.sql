create view story_quotation as
select
    f.article_id, f.story_id, f.publisher, f.headline, f.date_published, f.speaker, f.speaker_role, f.cue, f.medium,
    f.quote_type, f.polarity, f.certainty, f.speaker_id, f.timex_value, f.exact, f.start_char, f.end_char, f.fact_id,
    count(distinct f.article_id) over (partition by f.story_id, f.speaker, f.exact) as articles
from quotation f left join story_original o using (story_id)
qualify row_number() over (partition by f.story_id, f.speaker, f.exact order by (o.article_id = f.article_id) is true desc, f.date_published, f.article_id, f.start_char) = 1;
comment on view story_quotation is 'Quotations, one row a story however many copies print them: from its original where that has them.';
comment on column story_quotation.article_id is 'The article.';
comment on column story_quotation.story_id is 'Its story: copies of one text share it.';
comment on column story_quotation.publisher is 'Whose text it is.';
comment on column story_quotation.headline is 'Its headline.';
comment on column story_quotation.date_published is 'When it was published, UTC.';
comment on column story_quotation.speaker is 'Who says it, by the fullest name in the article.';
comment on column story_quotation.speaker_role is 'As what the speaker is introduced.';
comment on column story_quotation.cue is 'The verb that attributes it.';
comment on column story_quotation.medium is 'Where it was said.';
comment on column story_quotation.quote_type is 'direct, mixed or indirect.';
comment on column story_quotation.polarity is '+ (said), - (denied) or ? (asked, supposed).';
comment on column story_quotation.certainty is 'certain, or likely: speaker or role were read from weaker evidence.';
comment on column story_quotation.speaker_id is 'The speaker as an entity, joined across articles.';
comment on column story_quotation.timex_value is 'When it was said, if the text says so.';
comment on column story_quotation.exact is 'The exact words of the evidence.';
comment on column story_quotation.start_char is 'Start in article_body, in code points from 0.';
comment on column story_quotation.end_char is 'End, exclusive.';
comment on column story_quotation.fact_id is 'The fact.';
comment on column story_quotation.articles is 'How many articles of the story print it.';
create view story_quantity as
select
    f.article_id, f.story_id, f.publisher, f.headline, f.date_published, f.subtype, f.measure, f.subject, f.predicate,
    f.object, f.value, f.value_high, f.unit, f.value_si, f.unit_si, f.bound, f.bound_surface, f.of_value, f.trend,
    f.timex_value, f.time_relation, f.time_start, f.time_end, f.modality, f.polarity, f.certainty, f.place, f.exact,
    f.start_char, f.end_char, f.fact_id,
    count(distinct f.article_id) over (partition by f.story_id, f.subtype, coalesce(f.measure, f.exact), f.value, f.value_high, f.of_value, f.bound, f.unit, f.timex_value) as articles
from quantity f left join story_original o using (story_id)
qualify row_number() over (partition by f.story_id, f.subtype, coalesce(f.measure, f.exact), f.value, f.value_high, f.of_value, f.bound, f.unit, f.timex_value order by (o.article_id = f.article_id) is true desc, f.date_published, f.article_id, f.start_char) = 1;
comment on view story_quantity is 'Quantities, one row a story and figure however many copies print them: from its original where that has them.';
comment on column story_quantity.article_id is 'The article.';
comment on column story_quantity.story_id is 'Its story: copies of one text share it.';
comment on column story_quantity.publisher is 'Whose text it is.';
comment on column story_quantity.headline is 'Its headline.';
comment on column story_quantity.date_published is 'When it was published, UTC.';
comment on column story_quantity.subtype is 'money, percent, count, power, mass …';
comment on column story_quantity.measure is 'What is measured, without articles and what follows a preposition: the key for comparing.';
comment on column story_quantity.subject is 'What it is said of.';
comment on column story_quantity.predicate is 'The verb.';
comment on column story_quantity.object is 'The counted things.';
comment on column story_quantity.value is 'The number, in unit; the lower end of a range.';
comment on column story_quantity.value_high is 'The upper end of a range.';
comment on column story_quantity.unit is 'UCUM, ISO 4217, or {noun}.';
comment on column story_quantity.value_si is 'The value in unit_si.';
comment on column story_quantity.unit_si is 'The SI unit.';
comment on column story_quantity.bound is '=, <, <=, >, >=, ~ or range.';
comment on column story_quantity.bound_surface is 'The words of the bound.';
comment on column story_quantity.of_value is 'Partitives: the total, as in 220 of 500.';
comment on column story_quantity.trend is 'up, down or flat.';
comment on column story_quantity.timex_value is 'The time it is said for (TIMEX3).';
comment on column story_quantity.time_relation is 'in, by, since …';
comment on column story_quantity.time_start is 'Start of that time.';
comment on column story_quantity.time_end is 'End of that time, exclusive.';
comment on column story_quantity.modality is 'asserted, planned, target, proposed or claimed; denied or hypothetical where polarity is not +.';
comment on column story_quantity.polarity is '+ (so), - (denied) or ? (asked, supposed, doubted).';
comment on column story_quantity.certainty is 'certain, or likely: part of it was read from weaker evidence than its clause.';
comment on column story_quantity.place is 'Where.';
comment on column story_quantity.exact is 'The exact words of the evidence.';
comment on column story_quantity.start_char is 'Start in article_body, in code points from 0.';
comment on column story_quantity.end_char is 'End, exclusive.';
comment on column story_quantity.fact_id is 'The fact.';
comment on column story_quantity.articles is 'How many articles of the story print it.';
