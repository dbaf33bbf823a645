-- For each incoming version of a feed entry: the article that was filed last under the same key.
select i.article_id, arg_max(a.article_id, a.arrival_id) as of_article_id
from incoming i
join arrival a on a.entry_key = i.entry_key and a.article_id is not null and a.article_id <> i.article_id
group by i.article_id
order by i.article_id
