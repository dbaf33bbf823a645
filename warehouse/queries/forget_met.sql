-- What this batch met is judged.
drop table met
