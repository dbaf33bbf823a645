-- Kind and evidence of a fact.
select kind, exact, start_char, end_char from fact where fact_id = $fact_id
