create view corroboration as
with met as (
    -- the strongest reason why the claims of a group are one
    select g.group_id, arg_max(m.why, (m.score, m.why)) as why
    from claim_meeting m join claim_group g using (claim_id)
    where m.relation = 'agrees'
    group by g.group_id
),
statement as (
    select
        c.kind, coalesce(measured_words(f.kind, f.unit, f.subject, f.predicate, f.object), c.measure) as measure, f.timex_value, f.unit, f.value, f.value_high, f.bound,
        f.exact, f.start_char, a.article_id, a.story_id, a.publisher, a.date_published, c.entities as about,
        o.origin, o.origin_kind, o.speaker, o.outlet, o.credited, o.story_id as source_story, c.claim_id,
        coalesce(g.group_id, case when c.plain then c.claim_id end) as group_id, g.group_id is not null as met
    from claim c
    join fact f using (fact_id)
    join article a on a.article_id = f.article_id
    join fact_origin o using (fact_id)
    left join claim_group g using (claim_id)
    where (c.polarity = '+' or c.kind = 'quotation') and not c.partial
      and c.fact_id not in (select fact_id from judged_fact where verdict = 'wrong')
),
named as (
    -- claims that met are one, and so are those in the same words; the others count within their own story only (two ministers
    -- in one story are two claims)
    select *, case
        when group_id is not null and (met or count(distinct source_story) over (partition by group_id) > 1) then 'claim ' || group_id
        else concat_ws('|', 'story ' || source_story, kind, measure, timex_value, unit, value, value_high, bound, case when kind <> 'figure' then claim_id end)
    end as scope
    from statement
),
by_article as (
    -- what an article says itself, and has somebody say, comes from that person
    select
        scope, source_story, story_id, article_id, min(group_id) as group_id,
        any_value(publisher) as publisher, any_value(date_published) as date_published, count(*) as mentions,
        list(credited) filter (credited is not null) as credited,
        arg_min({'kind': kind, 'measure': measure, 'about': about, 'timex_value': timex_value, 'unit': unit, 'value': value,
                 'value_high': value_high, 'bound': bound, 'exact': exact}, (start_char, value, measure, kind, exact, unit, timex_value, bound, value_high, about)) as first,
        count(*) filter (where origin_kind = 'quotation') > 0 as quoted,
        coalesce(list(distinct origin) filter (origin_kind = 'quotation'), list(distinct origin)) as origins,
        coalesce(list(distinct speaker) filter (speaker is not null), []) as speakers, list(distinct outlet) as outlets
    from named
    group by all
),
by_story as (
    -- the copies of a story are one text: the one that names most sources of the claim speaks for all of them
    select
        scope, source_story, min(group_id) as group_id, sum(mentions) as mentions,
        list(story_id) as stories, list(article_id) as articles,
        list(publisher) filter (publisher is not null) as publishers, flatten(list(credited)) as credited,
        min(date_published) as first_published, min(article_id) as article, arg_min(first, (date_published, article_id, first)) as first,
        arg_max(origins, (quoted, len(origins), article_id)) as origins,
        arg_max(speakers, (quoted, len(origins), article_id)) as speakers, list_distinct(flatten(list(outlets))) as outlets
    from by_article
    group by all
),
claimed as (
    select
        scope, min(group_id) as group_id, arg_min(first, (first_published, article, first)) as first,
        -- two who say "three years" in one story need not mean the same three years; a quotation's source is its speaker
        case when scope not like 'claim %' or any_value(first.kind) = 'quotation' then 1 else len(without_short_forms(list_distinct(flatten(list(origins))))) end as independent,
        len(list_distinct(flatten(list(stories)))) as stories,
        len(list_distinct(flatten(list(articles)))) as articles,
        sum(mentions)::bigint as mentions,
        list_sort(list_distinct(flatten(list(publishers)))) as publishers,
        list_sort(without_short_forms(list_distinct(flatten(list(origins))))) as origins,
        -- an outlet that names who said it adds nothing by printing it itself, too
        without_short_forms(list_distinct(flatten(list(speakers)))) as speakers, list_distinct(flatten(list(outlets))) as outlets,
        list_distinct(coalesce(flatten(list(outlets) filter (len(speakers) > 0)), [])) as reporting,
        list_sort(list_distinct(flatten(list(credited)))) as credited,
        min(first_published) as first_published
    from by_story
    group by scope
)
select
    c.first.measure as measure,
    list_aggregate(c.first.about, 'string_agg', ', ') as about,
    c.first.timex_value as timex_value, c.first.unit as unit, c.first.value as value, c.first.value_high as value_high, c.first.bound as bound,
    c.independent, c.stories, c.articles, c.mentions, c.publishers, c.origins, c.credited, c.first_published,
    c.first.exact as exact,
    c.first.kind as kind, c.group_id,
    list_sort(list_concat(c.speakers, list_filter(c.outlets, lambda o: not list_contains(c.reporting, o)))) as source_names,
    len(source_names) as sources,
    coalesce(m.why, case when c.group_id is not null and c.stories > 1 then 'the same words' end) as why
from claimed c left join met m using (group_id);
comment on view corroboration is 'The same claim wherever it is made (claim, claim_meeting); independent counts origins: copies, borrowed passages, sources that are only credited, and quotations of one speaker count once.';
comment on column corroboration.measure is 'What is measured.';
comment on column corroboration.about is 'Of whom, as first printed: names (entity ids) in the subject, else the name the article is most about.';
comment on column corroboration.timex_value is 'For when (TIMEX3).';
comment on column corroboration.unit is 'UCUM, ISO 4217 or {noun}.';
comment on column corroboration.value is 'The value.';
comment on column corroboration.value_high is 'The upper end of a range.';
comment on column corroboration.bound is '=, <, <=, >, >=, ~ or range.';
comment on column corroboration.independent is 'Independent origins: stories, releases, speakers; 1 where the claim met no other. Two stories of one outlet are two here, and one in sources.';
comment on column corroboration.stories is 'Stories that print it.';
comment on column corroboration.articles is 'Articles that print it.';
comment on column corroboration.mentions is 'Times it is printed.';
comment on column corroboration.publishers is 'Whose texts print it.';
comment on column corroboration.origins is 'The origins.';
comment on column corroboration.credited is 'Sources that copies credit and that may not be here.';
comment on column corroboration.first_published is 'First publication, UTC.';
comment on column corroboration.exact is 'The words of the first.';
comment on column corroboration.kind is 'figure, event, role or quotation.';
comment on column corroboration.group_id is 'The group of claims (claim_group); NULL where the claim met no other.';
comment on column corroboration.source_names is 'Who says it: named speakers, and outlets and agencies that print it and name nobody; all stories of one outlet are one.';
comment on column corroboration.sources is 'How many they are: never more than origins that can be told apart by name.';
comment on column corroboration.why is 'The strongest reason why the claims are one.';
