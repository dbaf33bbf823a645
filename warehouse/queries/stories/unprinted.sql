-- Which of the incoming distinct texts nobody prints any more.
select i.wording_no from incoming i anti join printing p using (wording_no) order by 1
