-- The best articles for a query, of an outlet and a time, with their bodies, and how many there are in all.
select s.article_id, s.score, s.occurrences, coalesce(s.headline, opening(a.article_body)) as headline, s.publisher, s.date_published, a.article_body, s.total
from (
    select *, count(*) over () as total, row_number() over () as rank
    from search($query)
    where ($since is null or date_published >= $since::timestamptz) and ($until is null or date_published < $until::timestamptz)
      and ($publisher is null or contains(lower(strip_accents(publisher)), lower(strip_accents($publisher))))
    qualify rank <= $limit
) s
join article a using (article_id)
order by s.rank
