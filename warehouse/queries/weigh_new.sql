-- How much of the newest wordings is not boilerplate.
update wording set live = wording.samples - coalesce(t.stops, 0)
from (select h.wording_no, count(*) as stops from wording_hash h semi join stop_hash s using (hash)
      where h.article_no >= $first_no and h.article_no = h.wording_no group by 1) t
where wording.wording_no = t.wording_no
