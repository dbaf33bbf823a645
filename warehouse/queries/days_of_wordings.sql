-- From which day to which day copies of the incoming wordings are looked for: everything if a day is unknown.
select coalesce(case when count(*) > count(day) then -2000000000 else min(day) - $window end, 0),
       coalesce(case when count(*) > count(day) then 2000000000 else max(day) + $window end, -1)
from printing semi join incoming using (wording_no)
