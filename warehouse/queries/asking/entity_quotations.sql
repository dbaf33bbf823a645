-- Some quotations, the latest first: those that are rows of story_quotation, but only their stories are read.
with uttered as materialized (
    select f.fact_id, a.story_id, f.speaker, f.exact
    from fact f join article a using (article_id) where f.rowid in (select unnest(list_value $lines))
),
printed as materialized (
    select a.article_id, a.story_id, a.date_published, (o.article_id = a.article_id) is true as is_original
    from article a left join story_original o using (story_id) where a.story_id in (select story_id from uttered)
),
quoted as (
    select q.*, count(distinct q.article_id) over same as articles,
           row_number() over (partition by q.story_id, q.speaker, q.exact order by q.is_original desc, q.date_published, q.article_id, q.start_char) as rank
    from (
        select f.fact_id, a.*, f.speaker, f.speaker_role, f.cue, f.quote_type, f.exact, f.start_char
        from fact f join printed a using (article_id)
        semi join uttered u on u.story_id = a.story_id and u.exact = f.exact and u.speaker is not distinct from f.speaker
        where f.kind = 'quotation'
    ) q
    window same as (partition by q.story_id, q.speaker, q.exact)
)
select date_published, speaker_role, cue, quote_type, exact, article_id, articles
from quoted where rank = 1 and fact_id in (select fact_id from uttered)
order by date_published desc nulls last, article_id, start_char, fact_id limit $limit
