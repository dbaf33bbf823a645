-- Make room for new knowledge about the incoming files.
delete from watched_file where path in (select path from incoming)
