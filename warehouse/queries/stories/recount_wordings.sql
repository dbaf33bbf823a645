-- What was learned to be boilerplate no longer counts in the length of the wordings that have it.
update wording set live = wording.live - t.stops
from (select wording_no, count(*) as stops from incoming group by 1) t
where wording.wording_no = t.wording_no
