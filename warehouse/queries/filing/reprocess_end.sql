-- A reprocessing is done; those that were left for it are, too.
update reprocess set finished_at = $at where finished_at is null
