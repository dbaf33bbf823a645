-- Pairs to compare word by word at the end of the run.
insert into reuse_candidate select one_no, other_no from incoming
