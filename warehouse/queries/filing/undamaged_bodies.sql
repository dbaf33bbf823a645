-- The texts to learn words from: one printing of each text in English without a repair of the given kinds (those of damage).
select any_value(a.article_body)
from article a
where a.in_language = 'en'
  and not exists (select 1 from repair r where r.article_id = a.article_id and list_contains(?, r.kind))
group by a.body_hash
