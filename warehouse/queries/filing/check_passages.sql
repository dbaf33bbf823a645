-- Passages outside their article.
select count(*) from passage p join article a using (article_id)
where p.start_char < 0 or p.end_char < p.start_char or p.end_char > length(a.article_body)
