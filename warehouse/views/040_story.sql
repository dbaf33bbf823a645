create view story as
select
    s.story_id,
    coalesce(o.article_id, s.story_id) as original_article_id,
    coalesce(o.evidence, 'only_article') as evidence,
    o.credited,
    coalesce(h.headline, s.headline) as headline,
    s.articles,
    s.articles - 1 as copies,
    len(s.outlets) as outlets,
    s.outlets as outlet_names,
    s.first_seen,
    s.last_seen,
    round(epoch(s.last_seen - s.first_seen) / 86400, 4) as spread
from (
    select
        a.story_id,
        count(*) as articles,
        arg_min(a.headline, (a.date_published, a.article_id)) as headline,
        coalesce(list_sort(list(distinct coalesce(a.republisher, a.publisher)) filter (coalesce(a.republisher, a.publisher) is not null)), []) as outlets,
        min(a.date_published) as first_seen,
        max(a.date_published) as last_seen
    from article a
    group by a.story_id
) s
left join story_original o using (story_id)
left join article h on h.article_id = o.article_id;
comment on view story is 'One row per story: the elected original, its copies, who printed it and when.';
comment on column story.story_id is 'Id: the earliest article of the story.';
comment on column story.original_article_id is 'The elected original.';
comment on column story.evidence is 'What elected it: credit, canonical_link, agency, earliest (no other was published before it or with it), undamaged, uncredited, most_complete, person or only_article.';
comment on column story.credited is 'Whom the copies name as the source, whether or not its article is here.';
comment on column story.headline is 'Headline of the original; of the earliest article that has one where the original has none.';
comment on column story.articles is 'Articles in the story.';
comment on column story.copies is 'Articles beside the original: duplicates, excerpts, revisions.';
comment on column story.outlets is 'How many outlets are known to have printed it; articles whose outlet has no name are not counted.';
comment on column story.outlet_names is 'Their names.';
comment on column story.first_seen is 'Earliest publication, UTC.';
comment on column story.last_seen is 'Latest publication, UTC.';
comment on column story.spread is 'Days between the two, as a number.';
