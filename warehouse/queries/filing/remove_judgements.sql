-- Remove all judgements on a thing.
delete from judgement
where article_id = $article_id and other_article_id is not distinct from $other and fact_id is not distinct from $fact_id
