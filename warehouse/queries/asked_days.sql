-- From which day to which day copies of the asked texts are looked for: whole periods; everything if a day is unknown.
select coalesce(case when count(*) > count(day) then -2000000000 else ((min(day) - $window) // $period) * $period end, 0),
       coalesce(case when count(*) > count(day) then 2000000000 else ((max(day) + $window) // $period + 1) * $period - 1 end, -1)
from asked
