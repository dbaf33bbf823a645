-- Articles whose headline holds all the words, in any order: the latest first.
select article_id, headline, coalesce(republisher, publisher) as outlet, date_published
from article
where len(list_filter(string_split($words, ' '), lambda w: not contains(lower(strip_accents(coalesce(headline, ''))), lower(strip_accents(w))))) = 0
order by date_published desc nulls last, article_id
limit $limit
