-- Copies with the original of their story, of articles that are due: those that were not compared yet, and (stale) those compared that are no such pair any more.
with due as (select distinct article_id from alteration_due),
wanted as (
    select a.article_id, o.article_id as of_article_id
    from story_original o join article a using (story_id)
    where a.article_id <> o.article_id
      and o.story_id in (
          select story_id from article semi join due using (article_id)
          union all
          select story_id from story_original semi join due using (article_id)
      )
),
held as (
    select article_id, of_article_id from alteration_pair
    where article_id in (from due) or of_article_id in (from due)
       or (article_id, of_article_id) in (select (article_id, of_article_id) from wanted)
)
select article_id, of_article_id, w.article_id is null as stale
from wanted w full join held p using (article_id, of_article_id)
where w.article_id is null or p.article_id is null
order by 2, 1
