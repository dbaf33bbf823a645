-- The printings of the incoming articles.
select p.article_no, p.wording_no from printing p semi join incoming i using (article_id) order by 1
