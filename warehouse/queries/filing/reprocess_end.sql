-- Mark a reprocessing as finished, and those it replaced.
update reprocess set finished_at = $at where finished_at is null
