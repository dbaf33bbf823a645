-- Forget what comparisons found that are forgotten.
delete from alteration
where rowid in (select a.rowid from alteration a anti join alteration_pair p on p.article_id = a.article_id and p.of_article_id = a.of_article_id)
