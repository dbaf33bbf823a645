-- Happenings, those of most stories first.
select happening_id, headline, stories, articles, outlets, countries, first_seen, last_seen, measures
from happening
order by stories desc, last_seen desc nulls last, happening_id
limit $n
