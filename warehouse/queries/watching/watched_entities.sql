-- Where the incoming articles first name what watches of kind entity are about: by id, by Wikidata id, or by a name.
with named as (
    select distinct m.entity_id from mention m semi join incoming using (article_id)
),
asked as (
    select name as watch, question, lower(strip_accents(question)) as folded from watch where kind = 'entity'
),
meant as (
    select a.watch, n.entity_id from asked a join named n on n.entity_id = a.question
    union
    select a.watch, n.entity_id from asked a join entity_link l on l.wikidata_id = a.question join named n using (entity_id)
    union
    select a.watch, n.entity_id from named n join entity e using (entity_id) join asked a on a.folded = lower(strip_accents(e.name))
    union
    select a.watch, n.entity_id from named n join entity_alias s using (entity_id) join asked a on a.folded = lower(strip_accents(s.surface))
)
select w.watch, m.article_id, any_value(e.name), arg_min(m.start_char, m.start_char), arg_min(m.end_char, m.start_char)
from meant w join mention m using (entity_id) join entity e using (entity_id)
where m.article_id in (select article_id from incoming)
group by w.watch, m.article_id
order by w.watch, m.article_id
