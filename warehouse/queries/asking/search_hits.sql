-- The best of the articles that match, of an outlet and a time, and how many articles and stories there are.
select a.article_id, round(i.score, 3) as score, a.story_id, count(*) over () as found, count(distinct a.story_id) over () as stories, a.rowid as place
from incoming i join search_document d using (document) join article a using (article_id)
where ($since is null or a.date_published >= $since::timestamptz) and ($until is null or a.date_published < $until::timestamptz)
  and ($publisher is null or contains(lower(strip_accents(a.publisher)), lower(strip_accents($publisher))))
order by i.score desc, a.date_published desc, a.article_id
limit $limit
