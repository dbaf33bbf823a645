-- Keep pairs of known wordings that were printed anew, near each other for the first time.
insert into pair
select i.one_no, i.other_no, i.shared, i.found_no from incoming i
where not exists (select 1 from pair p where p.one_no = i.one_no and p.other_no = i.other_no)
