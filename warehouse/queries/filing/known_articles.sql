-- For each incoming article: is it filed, or does another arrival of the same text from the same outlet stand already?
select i.position, coalesce(
    (select max(a.article_id) from article a where a.article_id = i.article_id),
    (select min(a.article_id)
     from article a join arrival r on r.article_id = a.article_id
     where a.body_hash = i.body_hash
       and (a.publisher is null or i.publisher is null or a.publisher = i.publisher)
       and (a.url is null or i.url is null or a.url = i.url)
       and (r.source_kind <> i.source_kind or a.url = i.url))
) as article_id
from incoming i
order by i.position
