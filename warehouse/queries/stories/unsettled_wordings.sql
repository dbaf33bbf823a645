-- What was put on the list to be judged again.
select distinct wording_no from unsettled order by 1
