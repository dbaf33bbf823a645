-- Forget what the incoming wordings borrow or lend.
delete from reuse using reuse_pair p
where reuse.article_id = p.article_id and reuse.of_article_id = p.of_article_id
  and (p.wording_no in (select wording_no from incoming) or p.of_no in (select wording_no from incoming))
