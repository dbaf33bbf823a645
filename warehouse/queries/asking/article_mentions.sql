-- Who and what is named in an article, by place.
select m.entity_id, e.entity_type, e.name, m.start_char, m.end_char, m.surface
from mention m join entity e using (entity_id)
where m.article_id = $article_id
order by m.start_char, m.end_char
