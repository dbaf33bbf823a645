-- A move that came to nothing.
delete from archive where archive_id = $archive_id
