-- The part is in its place.
drop table search_part
