-- The most printed stories with their printings, the earliest first.
with chosen as (
    select *, row_number() over (order by articles desc, outlets desc, first_seen desc nulls last, story_id) as rank
    from story qualify rank <= $n
),
relation as (
    select article_id, arg_max(relation, containment) as relation, max(containment) as containment
    from syndication where relation <> 'template_sibling' group by article_id
)
select c.story_id, coalesce(c.headline, opening(o.article_body)), c.original_article_id, c.evidence, c.credited, c.outlets, c.first_seen, c.last_seen,
       a.article_id, coalesce(a.headline, opening(a.article_body)), coalesce(a.republisher, a.publisher), a.date_published, a.url, a.word_count,
       r.relation, r.containment
from chosen c
join article a using (story_id)
join article o on o.article_id = c.original_article_id
left join relation r on r.article_id = a.article_id
order by c.rank, a.date_published nulls last, a.article_id
