-- The figures of the incoming articles that are said to be so, with the words that name what is measured.
select f.fact_id, f.article_id, a.in_language, concat_ws(' ', f.subject, f.predicate, f.object), f.value, f.value_high, f.unit,
       f.exact, f.start_char, f.end_char, f.subtype
from fact f join article a using (article_id)
where f.article_id in (select article_id from incoming) and f.kind = 'quantity' and f.polarity = '+' and f.value is not null
  and f.fact_id not in (select fact_id from judged_fact where verdict = 'wrong')
