-- For each incoming text: is it known already, and was it printed on that day before?
select i.position, w.wording_no,
       exists(select 1 from printing p where p.wording_no = w.wording_no and coalesce(p.day, -2000000000) = i.day) as printed
from incoming i join wording w on w.exact = i.exact
