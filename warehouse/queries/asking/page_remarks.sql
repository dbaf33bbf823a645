-- Notes and tags on some articles, on facts or stories of theirs, or on entities (ids with commas between): the latest first.
select n.kind, n.about, n.fact_id, n.text, n.author, n.noted_at as "at"
from (
    select 'note' as kind, about, article_id, fact_id, entity_id, text, author, noted_at from note
    union all
    select 'tag', about, article_id, fact_id, entity_id, tag, author, tagged_at from tag
) n
where list_contains(string_split($about, ','), n.about) and list_contains(string_split($things, ','), coalesce(n.entity_id, n.article_id))
order by n.noted_at desc, n.kind, n.text, n.fact_id
