-- Copies with the original of their story: those that were not compared yet, and (stale) those compared that are no such pair any more.
with wanted as (
    select a.article_id, o.article_id as of_article_id
    from story_original o join article a using (story_id)
    where a.article_id <> o.article_id
)
select article_id, of_article_id, w.article_id is null as stale
from wanted w full join alteration_pair p using (article_id, of_article_id)
where w.article_id is null or p.article_id is null
order by 2, 1
