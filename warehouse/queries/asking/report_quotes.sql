-- What the most quoted speakers said.
with said as (
    select * from quotation where speaker is not null
    qualify row_number() over (partition by story_id, speaker, exact order by date_published, article_id) = 1
),
chosen as (
    select speaker, row_number() over (order by count(*) desc, speaker) as rank
    from said group by speaker qualify rank <= $n
)
select q.speaker, q.speaker_role, q.cue, q.quote_type, q.exact, q.article_id, coalesce(q.headline, opening(a.article_body)), q.publisher, q.date_published
from said q join chosen c using (speaker) join article a using (article_id)
qualify row_number() over (partition by q.speaker order by q.date_published desc nulls last, q.article_id, q.start_char) <= $each
order by c.rank, q.date_published nulls last, q.article_id, q.start_char
