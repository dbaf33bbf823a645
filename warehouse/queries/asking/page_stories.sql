-- A page of stories, those with the latest article first: of an outlet and a time, after the place ($after_key, $after_id).
with seen as (
    select story_id, coalesce(epoch_us(max(date_published)), -9000000000000000000) as key
    from article
    where ($since is null or date_published >= $since::timestamptz) and ($until is null or date_published < $until::timestamptz)
      and ($outlet is null or coalesce(republisher, publisher) = $outlet)
    group by story_id
),
chosen as (
    select story_id, key from seen
    where $after_id is null or key < $after_key::bigint or (key = $after_key::bigint and story_id > $after_id)
    order by key desc, story_id limit $limit
),
told as (
    select a.story_id, count(*) as articles, arg_min(coalesce(a.headline, opening(a.article_body)), (a.date_published, a.article_id)) as headline,
           coalesce(list_sort(list(distinct coalesce(a.republisher, a.publisher)) filter (coalesce(a.republisher, a.publisher) is not null)), []) as outlets,
           min(a.date_published) as first_seen, max(a.date_published) as last_seen
    from article a where a.story_id in (select story_id from chosen) group by a.story_id
)
select t.story_id, coalesce(h.headline, t.headline) as headline, coalesce(o.article_id, t.story_id) as original_article_id, coalesce(o.evidence, 'only_article') as evidence,
       o.credited, t.articles, t.outlets, t.first_seen, t.last_seen, c.key
from chosen c join told t using (story_id) left join story_original o on o.story_id = c.story_id
left join article h on h.article_id = o.article_id
order by c.key desc, c.story_id
