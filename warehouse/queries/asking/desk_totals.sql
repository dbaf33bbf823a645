-- How much is filed in all, and when the newest of it came.
select count(*), max(recorded_at) from article
