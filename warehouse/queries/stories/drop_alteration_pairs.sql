-- Forget the incoming comparisons.
delete from alteration_pair p
where exists (select 1 from incoming i where i.article_id = p.article_id and i.of_article_id = p.of_article_id)
