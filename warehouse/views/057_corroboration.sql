create view corroboration as
with statement as (
    select
        q.*, o.origin, o.origin_kind, o.credited, o.story_id as source_story, m.about,
        -- only what is plainly said of somebody by name is the same in another story; the rest stays within its own
        case
            when m.fact_id is null then 'story ' || o.story_id
            else concat_ws('|', list_aggregate(m.about, 'string_agg', ','), m.thing, m.verb, m.link, m.object)
        end as scope
    from quantity q join fact_origin o using (fact_id) left join measured m using (fact_id)
    where q.measure is not null and q.modality in ('asserted', 'claimed')
),
by_article as (
    -- what an article says itself, and has somebody say, comes from that person
    select
        measure, scope, timex_value, unit, value, value_high, bound, source_story, story_id, article_id,
        any_value(about) as about, any_value(publisher) as publisher, any_value(date_published) as date_published,
        count(*) as mentions, list(credited) filter (credited is not null) as credited, arg_min(exact, start_char) as exact,
        count(*) filter (where origin_kind = 'quotation') > 0 as quoted,
        coalesce(list(distinct origin) filter (origin_kind = 'quotation'), list(distinct origin)) as origins
    from statement
    group by all
),
by_story as (
    -- the copies of a story are one text: the one that names most sources of the figure speaks for all of them
    select
        measure, scope, timex_value, unit, value, value_high, bound, source_story,
        any_value(about) as about, sum(mentions) as mentions, list(story_id) as stories, list(article_id) as articles,
        list(publisher) filter (publisher is not null) as publishers, flatten(list(credited)) as credited,
        min(date_published) as first_published, min(article_id) as article, arg_min(exact, (date_published, article_id)) as exact,
        arg_max(origins, (quoted, len(origins), article_id)) as origins
    from by_article
    group by all
)
select
    measure,
    list_aggregate(any_value(about), 'string_agg', ', ') as about,
    timex_value, unit, value, value_high, bound,
    -- two who say "three years" in one story need not mean the same three years
    case when starts_with(scope, 'story ') then 1 else len(list_distinct(flatten(list(origins)))) end as independent,
    len(list_distinct(flatten(list(stories)))) as stories,
    len(list_distinct(flatten(list(articles)))) as articles,
    sum(mentions)::bigint as mentions,
    list_sort(list_distinct(flatten(list(publishers)))) as publishers,
    list_sort(list_distinct(flatten(list(origins)))) as origins,
    list_sort(list_distinct(flatten(list(credited)))) as credited,
    min(first_published) as first_published,
    arg_min(exact, (first_published, article)) as exact
from by_story
group by measure, scope, timex_value, unit, value, value_high, bound;
comment on view corroboration is 'The same measure of the same subject, time, unit and value wherever it is said; independent counts origins: copies, borrowed passages and quotations of one speaker count once.';
comment on column corroboration.measure is 'What is measured.';
comment on column corroboration.about is 'Of whom: names (entity ids) in the subject, else the name the article is most about.';
comment on column corroboration.timex_value is 'For when (TIMEX3).';
comment on column corroboration.unit is 'UCUM, ISO 4217 or {noun}.';
comment on column corroboration.value is 'The value.';
comment on column corroboration.value_high is 'The upper end of a range.';
comment on column corroboration.bound is '=, <, <=, >, >=, ~ or range.';
comment on column corroboration.independent is 'Independent origins; 1 where the words do not say plainly of whom and what the figure is.';
comment on column corroboration.stories is 'Stories that print it.';
comment on column corroboration.articles is 'Articles that print it.';
comment on column corroboration.mentions is 'Times it is printed.';
comment on column corroboration.publishers is 'Whose texts print it.';
comment on column corroboration.origins is 'The origins.';
comment on column corroboration.credited is 'Sources that copies credit and that may not be here.';
comment on column corroboration.first_published is 'First publication, UTC.';
comment on column corroboration.exact is 'The words of the first.';
