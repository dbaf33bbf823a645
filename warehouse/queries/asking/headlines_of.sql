-- The headlines of the articles of these ids (with commas between), as headlines_named gives them.
select article_id, headline, coalesce(republisher, publisher) as outlet, date_published
from article where list_contains(string_split($ids, ','), article_id) order by article_id
