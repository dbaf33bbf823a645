-- The texts of the incoming articles.
select a.article_id, a.article_body from article a semi join incoming i using (article_id)
