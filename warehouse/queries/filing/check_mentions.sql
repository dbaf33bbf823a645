-- Mentions whose words are not at the given position.
select count(*) from mention m join article a using (article_id)
where substring(a.article_body, m.start_char + 1, m.end_char - m.start_char) is distinct from m.surface
