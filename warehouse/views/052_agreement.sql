create view agreement as
select
    a.article_id, a.story_id, a.publisher, a.headline, a.date_published,
    f.subtype as agreement_kind,
    coalesce(p.parties, string_split(f.subject, '; '), []) as parties,
    f.object as topic, f.timex_value, f.time_start, f.time_end, f.place, f.modality, f.polarity, f.certainty, f.exact, f.start_char, f.end_char, f.fact_id
from fact f
join article a using (article_id)
left join (
    select fp.fact_id, list(distinct e.name order by e.name) as parties
    from fact_party fp join entity e using (entity_id)
    where fp.role = 'party'
    group by fp.fact_id
) p using (fact_id)
where f.kind = 'agreement';
comment on view agreement is 'Agreements, memoranda and partnerships: parties, kind, topic, date, place, with the exact words.';
comment on column agreement.article_id is 'The article.';
comment on column agreement.story_id is 'Its story: copies of one text share it.';
comment on column agreement.publisher is 'Whose text it is.';
comment on column agreement.headline is 'Its headline.';
comment on column agreement.date_published is 'When it was published, UTC.';
comment on column agreement.agreement_kind is 'memorandum of understanding, framework agreement …';
comment on column agreement.parties is 'Names of the parties.';
comment on column agreement.topic is 'What it is about.';
comment on column agreement.timex_value is 'When (TIMEX3).';
comment on column agreement.time_start is 'Start of that time.';
comment on column agreement.time_end is 'End, exclusive.';
comment on column agreement.place is 'Where.';
comment on column agreement.modality is 'asserted, planned, target, proposed or claimed; denied or hypothetical where polarity is not +.';
comment on column agreement.polarity is '+ (so), - (denied) or ? (asked, supposed, doubted).';
comment on column agreement.certainty is 'certain, or likely: part of it was read from weaker evidence than its clause.';
comment on column agreement.exact is 'The exact words of the evidence.';
comment on column agreement.start_char is 'Start in article_body, in code points from 0.';
comment on column agreement.end_char is 'End, exclusive.';
comment on column agreement.fact_id is 'The fact.';
