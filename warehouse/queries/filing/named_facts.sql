-- Facts whose id begins so, with their articles; two are enough to know that there are several.
select fact_id, article_id from fact where starts_with(fact_id, $name) order by fact_id limit 2
