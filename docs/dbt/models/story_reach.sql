-- One row a story: who printed it first, how far it travelled, how many figures and quotations it has.
with figures as (
    select story_id, count(distinct fact_id) as figures from {{ source('newsdesk', 'quantity') }} group by story_id
),
quotations as (
    select story_id, count(distinct fact_id) as quotations from {{ source('newsdesk', 'quotation') }} group by story_id
)
select
    story.story_id,
    story.headline,
    coalesce(original.republisher, original.publisher) as first_outlet,
    story.first_seen,
    story.articles,
    story.copies,
    story.outlets,
    coalesce(figures.figures, 0) as figures,
    coalesce(quotations.quotations, 0) as quotations
from {{ source('newsdesk', 'story') }} as story
left join {{ source('newsdesk', 'article') }} as original on original.article_id = story.original_article_id
left join figures on figures.story_id = story.story_id
left join quotations on quotations.story_id = story.story_id
