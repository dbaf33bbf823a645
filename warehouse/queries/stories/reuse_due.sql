-- Wordings of which what they borrow is to be looked for, and those that share something with them.
with due as (select distinct wording_no from reuse_due)
select wording_no from due
union select p.other_no from pair p semi join due d on p.one_no = d.wording_no
union select p.one_no from pair p semi join due d on p.other_no = d.wording_no
order by 1
