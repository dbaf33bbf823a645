-- The distinct texts that are printed in the stories of the incoming articles, or that decisions name together with them.
with concerned as (
    select story_id from article semi join incoming using (article_id)
    union
    select a.story_id from story_decision d join incoming i on i.article_id = d.article_id join article a on a.article_id = d.other_article_id
    union
    select a.story_id from story_decision d join incoming i on i.article_id = d.other_article_id join article a on a.article_id = d.article_id
)
select distinct p.wording_no from printing p join article a using (article_id) semi join concerned using (story_id)
