-- Copies with the original of their story that were not compared yet.
select a.article_id, o.article_id as of_article_id
from story_original o
join article a using (story_id)
anti join alteration_pair p on p.article_id = a.article_id and p.of_article_id = o.article_id
where a.article_id <> o.article_id
order by 2, 1
