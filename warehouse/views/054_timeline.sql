create view timeline as
select
    f.time_start, f.time_end, f.timex_value, f.time_relation, f.kind, f.subtype, f.subject, f.predicate, f.object,
    f.value, f.unit, f.speaker, f.modality, f.place,
    a.article_id, a.story_id, a.publisher, a.headline, a.date_published, f.exact, f.start_char, f.end_char, f.fact_id
from fact f join article a using (article_id)
where f.time_start is not null and f.kind <> 'time' and f.polarity = '+' and f.certainty = 'certain';
comment on view timeline is 'Facts by the time they are about; order by time_start. Only what is said to be so, with a time that its own clause gives.';
comment on column timeline.time_start is 'Start of the time, ISO 8601.';
comment on column timeline.time_end is 'End, exclusive.';
comment on column timeline.timex_value is 'The time (TIMEX3).';
comment on column timeline.time_relation is 'in, on, by, since …';
comment on column timeline.kind is 'quantity, event, agreement …';
comment on column timeline.subtype is 'Finer kind.';
comment on column timeline.subject is 'What or whom it is about.';
comment on column timeline.predicate is 'What is said of it.';
comment on column timeline.object is 'The thing said.';
comment on column timeline.value is 'Quantities: the number.';
comment on column timeline.unit is 'Quantities: the unit.';
comment on column timeline.speaker is 'Who says it, if attributed.';
comment on column timeline.modality is 'asserted, planned, target, proposed or claimed.';
comment on column timeline.place is 'Where.';
comment on column timeline.article_id is 'The article.';
comment on column timeline.story_id is 'Its story: copies of one text share it.';
comment on column timeline.publisher is 'Whose text it is.';
comment on column timeline.headline is 'Its headline.';
comment on column timeline.date_published is 'When it was published, UTC.';
comment on column timeline.exact is 'The exact words of the evidence.';
comment on column timeline.start_char is 'Start in article_body, in code points from 0.';
comment on column timeline.end_char is 'End, exclusive.';
comment on column timeline.fact_id is 'The fact.';
