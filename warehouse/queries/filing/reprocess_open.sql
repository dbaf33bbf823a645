-- The reprocessing that was left unfinished, if it was one of the same kind.
select reprocess_id, last_article_id, articles, changed, rejected, stories_stale from reprocess
where finished_at is null and parser_version = $parser_version and old_only = $old_only
order by started_at desc limit 1
