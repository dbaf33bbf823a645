-- Who is quoted, by month: copies of a story count once.
select
    speaker,
    speaker_id,
    date_trunc('month', date_published) as month,
    count(distinct story_id) as stories,
    count(distinct publisher) as outlets
from {{ source('newsdesk', 'quotation') }}
where speaker is not null
group by speaker, speaker_id, date_trunc('month', date_published)
