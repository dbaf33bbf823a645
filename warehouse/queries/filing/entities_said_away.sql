-- Empty the work table.
drop table if exists temp.entities_said
