-- How many documents were taken out since the database file was rewritten.
select count(*) from forgotten where erased_at is null
