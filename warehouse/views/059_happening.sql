create view happening_link as
-- Two stories of one happening: a figure, event or quotation of the one is that of the other (claim_meeting), they were
-- published within two days, their headlines share a name or two words, and both are about the same. What is
-- repeated over more than three days is background (a debt, a ceiling), and proves nothing.
with background as (
    select g.group_id
    from claim_group g join claim c using (claim_id)
    group by g.group_id
    having max(c.day) - min(c.day) > 3
),
met as (
    select distinct
        a.story_id as one, b.story_id as other, m.claim_id, m.other_id, m.relation, m.why, x.measure, x.fact_id,
        abs(x.day - y.day) as apart,
        list_has_any(x.title, y.title) or len(list_intersect(x.theme, y.theme)) > 1 as same_headline,
        list_has_any(x.about, y.about) as same_about
    from claim_meeting m
    join claim x on x.claim_id = m.claim_id
    join claim y on y.claim_id = m.other_id
    join article a on a.article_id = x.article_id
    join article b on b.article_id = y.article_id
    left join claim_group g on g.claim_id = x.claim_id
    where a.story_id <> b.story_id and x.kind in ('figure', 'event', 'quotation')
      and not coalesce(g.group_id in (select group_id from background), false)
),
near as (
    select least(m.one, m.other) as story_id, greatest(m.one, m.other) as other_story_id, m.claim_id, m.other_id, m.apart, m.why,
           m.same_headline, m.same_about, m.relation, case when f.kind = 'quantity' then whole_word(m.measure, concat_ws(' ', f.object, f.unit, f.subject, f.predicate)) else m.measure end as measure
    from met m join fact f using (fact_id)
    where m.apart <= 2
),
linked as (
    select story_id, other_story_id, count(distinct (claim_id, other_id)) as meetings, min(apart) as days_apart,
           list_sort(list(distinct measure || ' (' || relation || ')')) as measures, min(why) as why
    from near
    group by 1, 2
    having bool_or(same_headline) and bool_or(same_about)
),
decided as (
    select d.decision, a.story_id, o.story_id as other_story_id, d.decided_at, d.note
    from happening_decision d
    join article a on a.article_id = d.article_id
    left join article o on o.article_id = d.other_article_id
),
alone as (
    select story_id, max(decided_at) as decided_at from decided where decision = 'apart' group by story_id
)
select l.*
from linked l
where l.story_id not in (select story_id from alone) and l.other_story_id not in (select story_id from alone)
union all by name
select least(d.story_id, d.other_story_id) as story_id, greatest(d.story_id, d.other_story_id) as other_story_id,
       0 as meetings, null as days_apart, [] as measures, coalesce('a person: ' || any_value(d.note), 'a person decided') as why
from decided d left join alone x on x.story_id in (d.story_id, d.other_story_id)
where d.decision = 'together' and d.story_id <> d.other_story_id and (x.decided_at is null or d.decided_at > x.decided_at)
group by 1, 2;
comment on view happening_link is 'Why two stories are reports of one happening: what they say alike. Also links that a person made; none of a story that a person set apart.';
comment on column happening_link.story_id is 'One story.';
comment on column happening_link.other_story_id is 'The other.';
comment on column happening_link.meetings is 'How many of their claims are of the same thing, 0 where a person decided.';
comment on column happening_link.days_apart is 'Days between the two publications.';
comment on column happening_link.measures is 'What the claims are of, and whether they agree.';
comment on column happening_link.why is 'What the claims have in common, or who decided.';

create view happening_story as
with recursive side as (
    select story_id as one, other_story_id as other from happening_link
    union all
    select other_story_id, story_id from happening_link
),
reached as (
    select distinct one as story_id, one as other from side
    union
    select r.story_id, s.other from reached r join side s on s.one = r.other
),
published as (
    select story_id, min(date_published) as first_seen from article group by story_id
)
select arg_min(r.other, (coalesce(p.first_seen, 'infinity'::timestamptz), r.other)) as happening_id, r.story_id
from reached r join published p on p.story_id = r.other
group by r.story_id;
comment on view happening_story is 'Which story belongs to which happening. Stories that are alone are not here.';
comment on column happening_story.happening_id is 'Id: its earliest story.';
comment on column happening_story.story_id is 'The story.';

create view happening as
select
    h.happening_id,
    arg_min(coalesce(o.headline, a.headline), (a.date_published, a.article_id)) as headline,
    arg_min(a.article_id, (a.date_published, a.article_id)) as first_article_id,
    arg_min(coalesce(a.republisher, a.publisher), (a.date_published, a.article_id)) as first_outlet,
    count(distinct h.story_id) as stories,
    count(*) as articles,
    count(distinct coalesce(a.republisher, a.publisher)) as outlets,
    list_sort(list(distinct coalesce(a.republisher, a.publisher)) filter (coalesce(a.republisher, a.publisher) is not null)) as outlet_names,
    coalesce(any_value(c.countries), []) as countries,
    min(a.date_published) as first_seen,
    max(a.date_published) as last_seen,
    round(epoch(max(a.date_published) - min(a.date_published)) / 86400, 4) as spread,
    any_value(w.measures) as measures
from happening_story h
join article a using (story_id)
left join story_original e on e.story_id = h.story_id
left join article o on o.article_id = e.article_id
left join (
    select hs.happening_id, list_sort(list(distinct p.place)) as countries
    from happening_story hs
    join article x using (story_id)
    join (select article_id, unnest(about_places) as place from claim) p on p.article_id = x.article_id
    where regexp_full_match(p.place, '[A-Z]{2}')
    group by hs.happening_id
) c using (happening_id)
left join (
    select hs.happening_id, list_sort(list(distinct m.measure)) as measures
    from happening_story hs
    join (select story_id, unnest(measures) as measure from happening_link) m using (story_id)
    group by hs.happening_id
) w using (happening_id)
group by h.happening_id;
comment on view happening is 'What several independent stories report: the same place, days, participants and figures, in words of their own. Rather two happenings than one too wide.';
comment on column happening.happening_id is 'Id: the earliest story.';
comment on column happening.headline is 'Headline of the first story: that of its original.';
comment on column happening.first_article_id is 'The first report.';
comment on column happening.first_outlet is 'Who printed it.';
comment on column happening.stories is 'Independent stories.';
comment on column happening.articles is 'Articles, copies included.';
comment on column happening.outlets is 'How many outlets are known to have printed one.';
comment on column happening.outlet_names is 'Their names.';
comment on column happening.countries is 'Countries that the reports are about (ISO 3166).';
comment on column happening.first_seen is 'Earliest publication, UTC.';
comment on column happening.last_seen is 'Latest publication, UTC.';
comment on column happening.spread is 'Days between the two.';
comment on column happening.measures is 'What its stories say alike or differently.';

create view happening_figure as
select h.happening_id,
       min(whole_word(c.measure, concat_ws(' ', f.object, f.unit, f.subject, f.predicate))) over (partition by h.happening_id, c.measure, c.unit) as measure, c.value, c.low, c.high, c.unit, a.date_published, coalesce(a.republisher, a.publisher) as outlet,
       a.article_id, a.story_id, f.exact, f.fact_id
from happening_story h
join article a using (story_id)
join claim c using (article_id)
join fact f using (fact_id)
where c.kind = 'figure'
  and c.claim_id in (select claim_id from claim_meeting union all select other_id from claim_meeting)
  and exists (
      select 1 from happening_story o join article b using (story_id) join claim d on d.article_id = b.article_id
      where o.happening_id = h.happening_id and o.story_id <> h.story_id and d.measure = c.measure and d.unit is not distinct from c.unit
  )
qualify row_number() over (partition by h.happening_id, a.story_id, c.measure, c.unit, c.low, c.high order by a.date_published, a.article_id) = 1;
comment on view happening_figure is 'The figures of a happening over time: those of a measure that two of its stories give, once a story.';
comment on column happening_figure.happening_id is 'The happening.';
comment on column happening_figure.measure is 'What is measured.';
comment on column happening_figure.value is 'The value in unit.';
comment on column happening_figure.low is 'The least that the words can mean.';
comment on column happening_figure.high is 'The most.';
comment on column happening_figure.unit is 'Unit for comparison, as in claim.';
comment on column happening_figure.date_published is 'When the article was published, UTC.';
comment on column happening_figure.outlet is 'Who printed it.';
comment on column happening_figure.article_id is 'The article.';
comment on column happening_figure.story_id is 'Its story.';
comment on column happening_figure.exact is 'The exact words of the evidence.';
comment on column happening_figure.fact_id is 'The fact.';
