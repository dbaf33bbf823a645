-- Moves that were stopped before all articles had left the database.
select archive_id, path, month from archive where moved_at is null order by written_at
