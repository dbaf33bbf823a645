-- What is shown of some articles, by their places in the table: no text is read but theirs.
select a.article_id, coalesce(a.headline, opening(a.article_body)) as headline, a.publisher, a.date_published,
       coalesce(a.republisher, a.publisher) as outlet, a.article_body, a.in_language
from article a
where a.rowid in (select unnest($places))
