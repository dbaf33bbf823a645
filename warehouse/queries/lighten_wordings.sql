-- Boilerplate that was just learned no longer counts in the length of the wordings that were met with it.
update wording set live = wording.live - t.stops
from (select m.wording_no, count(distinct m.hash) as stops from met m semi join incoming i using (hash) group by 1) t
where wording.wording_no = t.wording_no
