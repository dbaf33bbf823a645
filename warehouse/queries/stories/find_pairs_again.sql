-- Keep pairs of known texts that were printed again, for the first time near each other.
insert into pair
select i.one_no, i.other_no, i.shared, i.found_no from incoming i
where not exists (select 1 from pair p where p.one_no = i.one_no and p.other_no = i.other_no)
