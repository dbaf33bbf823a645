-- Empty the work table.
drop table if exists temp.search_kept
