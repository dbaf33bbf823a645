-- Quotations of an entity, the latest first: those that are rows of story_quotation. A table of this connection.
create or replace temp table entity_quotations as
with said as materialized (
    select n.*, f.fact_id, f.speaker, f.speaker_role, f.cue, f.quote_type, f.exact, f.start_char from entity_near n join fact f on f.rowid = n.line
),
quoted as (
    select q.*, count(distinct q.article_id) over (partition by q.story_id, q.speaker, q.exact) as articles,
           row_number() over (partition by q.story_id, q.speaker, q.exact order by q.is_original desc, q.date_published, q.article_id, q.start_char) as rank
    from said q
    semi join (from said where is_about) u on u.story_id = q.story_id and u.exact = q.exact and u.speaker is not distinct from q.speaker
)
select date_published, speaker_role, cue, quote_type, exact, article_id, articles
from quoted where rank = 1 and is_about
order by date_published desc nulls last, article_id, start_char, fact_id limit $limit
