-- Facts whose words are not at the given position, or whose anchor is outside the text.
select count(*) from fact f join article a using (article_id)
where substring(a.article_body, f.start_char + 1, f.end_char - f.start_char) is distinct from f.exact
   or f.anchor_start < 0 or f.anchor_end > length(a.article_body)
