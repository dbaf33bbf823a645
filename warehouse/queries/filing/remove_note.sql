-- Remove a note.
delete from note where note_id = $note_id
