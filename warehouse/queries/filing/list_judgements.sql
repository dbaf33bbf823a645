-- The judgements that count: the last on each thing.
select judgement_id, about, verdict, article_id, other_article_id, fact_id, kind, exact, start_char, end_char, author, judged_at, note
from judgement
qualify row_number() over (partition by about, article_id, other_article_id, fact_id order by judged_at desc, judgement_id) = 1
order by judged_at, judgement_id
