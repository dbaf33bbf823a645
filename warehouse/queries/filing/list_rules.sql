-- The rules of the desk, by name.
select name, action, feed_id, words, pattern, places, min_words, max_words, languages, sections, declared from rule order by name
