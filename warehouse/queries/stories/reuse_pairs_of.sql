-- The pairs of the incoming wordings with longer ones that were compared already.
select r.wording_no, r.of_no, r.article_id, r.of_article_id from reuse_pair r semi join incoming i using (wording_no)
