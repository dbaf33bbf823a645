-- Note how far a reprocessing is.
update reprocess set last_article_id = $last, articles = $articles, changed = $changed, rejected = $rejected, stories_stale = $stale
where reprocess_id = $id
