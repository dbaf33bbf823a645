-- The articles with the most repairs that changed a word.
select article_id from repair where kind in ('word_join', 'sentence_join', 'residue', 'line_join', 'gap', 'reorder', 'charset')
group by article_id order by count(*) desc, article_id limit $n
