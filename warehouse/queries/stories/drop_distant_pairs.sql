-- Delete pairs of the incoming distinct texts of which no printings are within the window of each other any more.
delete from pair
where (one_no in (select wording_no from incoming) or other_no in (select wording_no from incoming))
  and not exists (
      select 1 from printing a join printing b on a.wording_no = pair.one_no and b.wording_no = pair.other_no
      where a.day is null or b.day is null or abs(a.day - b.day) <= $window
  )
