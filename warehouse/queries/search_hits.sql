-- The best articles for a query with their bodies, and how many there are in all.
select s.article_id, s.score, s.occurrences, coalesce(s.headline, opening(a.article_body)) as headline, s.publisher, s.date_published, a.article_body, s.total
from (select *, count(*) over () as total, row_number() over () as rank from search($query) qualify rank <= $limit) s
join article a using (article_id)
order by s.rank
