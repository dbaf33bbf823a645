-- Forget what the incoming pairs of wordings borrow from each other.
delete from reuse using reuse_pair p, incoming i
where p.wording_no = i.wording_no and p.of_no = i.of_no and reuse.article_id = p.article_id and reuse.of_article_id = p.of_article_id
