-- Delete what is known about the incoming files, to replace it.
delete from watched_file where path in (select path from incoming)
