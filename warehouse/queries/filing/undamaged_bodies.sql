-- The texts to learn words from: one printing of each text in English that needed no joins.
select any_value(a.article_body)
from article a
where a.in_language = 'en'
  and not exists (select 1 from repair r where r.article_id = a.article_id and r.kind in ('word_join', 'sentence_join', 'gap', 'suspect', 'truncated'))
group by a.body_hash
