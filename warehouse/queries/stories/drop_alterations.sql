-- Forget what such comparisons found.
delete from alteration where (article_id, of_article_id) not in (select (article_id, of_article_id) from alteration_pair)
