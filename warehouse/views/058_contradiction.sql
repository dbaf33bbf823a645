create view contradiction as
with statement as (
    select m.about, m.thing, m.verb, m.link, m.object, m.unit, m.timex_value, m.measure, m.value, m.value_high, m.bound,
           m.low, m.high, m.tolerance, m.article_id, o.origin, o.origin_kind, o.story_id, f.exact, a.publisher, a.date_published
    from measured m join fact_origin o using (fact_id) join fact f using (fact_id) join article a on a.article_id = m.article_id
    where m.timex_value is not null
    window same as (partition by m.article_id, o.origin, m.about, m.thing, m.verb, m.link, m.object, m.unit, m.timex_value)
    -- an article that gives two values for what looks like one thing shows that its words do not tell the thing apart
    qualify max(m.value) over same - min(m.value) over same <= max(m.tolerance) over same
),
pair as (
    select distinct a.about, a.thing, a.verb, a.link, a.object, a.unit, a.timex_value
    from statement a join statement b
      on a.thing = b.thing and a.verb = b.verb and a.link = b.link and a.object = b.object and a.unit = b.unit
     and a.timex_value = b.timex_value and a.about = b.about
     -- versions of one story are its revisions; two people whom one article quotes may well disagree
     and (a.story_id <> b.story_id
          or a.article_id = b.article_id and a.origin <> b.origin and a.origin_kind = 'quotation' and b.origin_kind = 'quotation')
     and a.high + greatest(a.tolerance, b.tolerance) < b.low
)
select
    mode(s.measure) as measure, s.timex_value, s.unit,
    count(distinct s.origin) as independent,
    min(s.value) as lowest,
    max(coalesce(s.value_high, s.value)) as highest,
    list({'value': s.value, 'value_high': s.value_high, 'bound': s.bound, 'publisher': s.publisher, 'origin': s.origin,
          'article_id': s.article_id, 'exact': s.exact} order by s.value, s.date_published, s.article_id) as versions,
    list_aggregate(s.about, 'string_agg', ', ') as about, s.thing, s.verb
from statement s
join pair p on p.thing = s.thing and p.verb = s.verb and p.link = s.link and p.object = s.object and p.unit = s.unit
           and p.timex_value = s.timex_value and p.about = s.about
group by s.about, s.thing, s.verb, s.link, s.object, s.timex_value, s.unit;
comment on view contradiction is 'The same thing said of the same subject for the same time, in one unit, with values that cannot all be right, in different stories or by different speakers.';
comment on column contradiction.measure is 'What is measured.';
comment on column contradiction.timex_value is 'For when (TIMEX3).';
comment on column contradiction.unit is 'UCUM, ISO 4217 or {noun}.';
comment on column contradiction.independent is 'Independent origins; 1 when one person is quoted with different figures.';
comment on column contradiction.lowest is 'The lowest value said.';
comment on column contradiction.highest is 'The highest value said.';
comment on column contradiction.versions is 'Who says which, with the exact words.';
comment on column contradiction.about is 'Of whom: names (entity ids) in the subject, else the name the articles are most about.';
comment on column contradiction.thing is 'What it is said of.';
comment on column contradiction.verb is 'What is said: the verb without its ending, or up, or down.';
