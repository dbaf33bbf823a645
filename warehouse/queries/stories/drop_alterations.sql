-- Forget what the incoming comparisons found.
delete from alteration a
where exists (select 1 from incoming i where i.article_id = a.article_id and i.of_article_id = a.of_article_id)
