-- A move is complete.
update archive set moved_at = $at where archive_id = $archive_id
