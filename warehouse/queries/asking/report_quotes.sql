-- What the most quoted speakers said; once a story, and in how many other outlets. Copies print it with other signs and spaces: its letters count.
with printed as (
    select *, regexp_replace(lower(strip_accents(exact)), '[^\pL\pN]+', '', 'g') as letters from quotation where speaker is not null
),
said as (
    select *, list(article_id) over (partition by story_id, speaker, letters) as copies
    from printed
    qualify row_number() over (partition by story_id, speaker, letters order by date_published, article_id) = 1
),
chosen as (
    select speaker, row_number() over (order by count(*) desc, speaker) as rank
    from said group by speaker qualify rank <= $n
),
quoted as (
    select s.*, c.rank from said s join chosen c using (speaker)
    qualify row_number() over (partition by s.speaker order by s.date_published desc nulls last, s.article_id, s.start_char) <= $each
),
outlets as (
    select q.fact_id, count(distinct coalesce(a.republisher, a.publisher)) as outlets
    from (select fact_id, unnest(copies) as copy from quoted) q join article a on a.article_id = q.copy
    group by all
)
select q.speaker, q.speaker_role, q.cue, q.quote_type, q.exact, q.article_id, coalesce(q.headline, opening(a.article_body)), q.publisher, q.date_published,
       greatest(0, o.outlets - 1)
from quoted q join article a using (article_id) join outlets o using (fact_id)
order by q.rank, q.date_published nulls last, q.article_id, q.start_char
