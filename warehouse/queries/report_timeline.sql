-- Dated facts, the latest first; one line for the facts of one sentence of a story.
select min(time_start) as start, any_value(timex_value), string_agg(distinct kind, ', ' order by kind), any_value(subtype), exact,
       arg_min(article_id, (date_published, article_id)), arg_min(headline, (date_published, article_id)),
       arg_min(publisher, (date_published, article_id)), min(date_published)
from timeline
where length(time_start) >= 4
group by story_id, exact, left(time_start, 10)
order by start desc, exact
limit $n
