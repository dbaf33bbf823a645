-- Make room for the documents of feeds as they are now.
delete from feed_part where feed_id in (select feed_id from incoming)
