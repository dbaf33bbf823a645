-- The number of the next printing to arrive.
select coalesce(max(article_no) + 1, 0) from printing
