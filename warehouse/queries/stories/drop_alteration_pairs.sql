-- Forget comparisons of copies with what is not the original of their story any more.
delete from alteration_pair
where (article_id, of_article_id) not in (
    select (a.article_id, o.article_id) from story_original o join article a using (story_id) where a.article_id <> o.article_id
)
