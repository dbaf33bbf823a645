create view corroboration as
select
    q.measure,
    q.timex_value,
    q.unit,
    q.value,
    q.value_high,
    q.bound,
    count(distinct o.origin) as independent,
    count(distinct q.story_id) as stories,
    count(distinct q.article_id) as articles,
    count(*) as mentions,
    list_sort(list(distinct q.publisher) filter (q.publisher is not null)) as publishers,
    list_sort(list(distinct o.origin)) as origins,
    list_sort(list(distinct o.credited) filter (o.credited is not null)) as credited,
    min(q.date_published) as first_published,
    arg_min(q.exact, (q.date_published, q.article_id, q.start_char)) as exact
from quantity q
join fact_origin o using (fact_id)
where q.measure is not null and q.modality in ('asserted', 'claimed')
group by q.measure, q.timex_value, q.unit, q.value, q.value_high, q.bound;
comment on view corroboration is 'The same measure, time, unit and value wherever it is said; independent counts origins: copies, borrowed passages and quotations of one speaker count once.';
comment on column corroboration.measure is 'What is measured.';
comment on column corroboration.timex_value is 'For when (TIMEX3).';
comment on column corroboration.unit is 'UCUM, ISO 4217 or {noun}.';
comment on column corroboration.value is 'The value.';
comment on column corroboration.value_high is 'The upper end of a range.';
comment on column corroboration.bound is '=, <, <=, >, >=, ~ or range.';
comment on column corroboration.independent is 'Independent origins.';
comment on column corroboration.stories is 'Stories that print it.';
comment on column corroboration.articles is 'Articles that print it.';
comment on column corroboration.mentions is 'Times it is printed.';
comment on column corroboration.publishers is 'Whose texts print it.';
comment on column corroboration.origins is 'The origins.';
comment on column corroboration.credited is 'Sources that copies credit and that may not be here.';
comment on column corroboration.first_published is 'First publication, UTC.';
comment on column corroboration.exact is 'The words of the first.';
