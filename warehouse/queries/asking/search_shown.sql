-- What is shown of some articles.
select article_id, coalesce(headline, opening(article_body)) as headline, publisher, date_published, coalesce(republisher, publisher) as outlet,
       article_body, in_language
from article
where article_id in (select unnest($articles))
