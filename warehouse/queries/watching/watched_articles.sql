-- The incoming articles, the earliest published first.
select a.article_id, a.story_id, a.in_language, a.headline, a.article_body, a.publisher, a.date_published
from article a semi join incoming using (article_id)
order by a.date_published nulls last, a.article_id
