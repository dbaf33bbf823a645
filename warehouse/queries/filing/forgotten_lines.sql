-- The incoming articles as people know them.
select a.article_id, coalesce(a.headline, opening(a.article_body)), coalesce(a.republisher, a.publisher), a.date_published
from article a semi join incoming using (article_id) order by a.date_published nulls last, a.article_id
