create view quotation as
select
    a.article_id, a.story_id, a.publisher, a.headline, a.date_published,
    f.speaker, f.speaker_role, f.cue, f.medium, f.quote_type, f.polarity, f.certainty,
    p.entity_id as speaker_id, f.timex_value, f.exact, f.start_char, f.end_char, f.fact_id
from fact f
join article a using (article_id)
left join (select fact_id, min(entity_id) as entity_id from fact_party where role = 'speaker' group by fact_id) p using (fact_id)
where f.kind = 'quotation';
comment on view quotation is 'Who said what: direct and indirect speech, and interview answers, with the exact words.';
comment on column quotation.article_id is 'The article.';
comment on column quotation.story_id is 'Its story: copies of one text share it.';
comment on column quotation.publisher is 'Whose text it is.';
comment on column quotation.headline is 'Its headline.';
comment on column quotation.date_published is 'When it was published, UTC.';
comment on column quotation.speaker is 'Who says it, by the fullest name in the article.';
comment on column quotation.speaker_role is 'As what the speaker is introduced.';
comment on column quotation.cue is 'The verb that attributes it.';
comment on column quotation.medium is 'Where it was said.';
comment on column quotation.quote_type is 'direct, mixed or indirect.';
comment on column quotation.polarity is '+ (said), - (denied) or ? (asked, supposed).';
comment on column quotation.certainty is 'certain, or likely: speaker or role were read from weaker evidence.';
comment on column quotation.speaker_id is 'The speaker as an entity, joined across articles.';
comment on column quotation.timex_value is 'When it was said, if the text says so.';
comment on column quotation.exact is 'The exact words of the evidence.';
comment on column quotation.start_char is 'Start in article_body, in code points from 0.';
comment on column quotation.end_char is 'End, exclusive.';
comment on column quotation.fact_id is 'The fact.';
