-- How much is not boilerplate, counted anew for every wording with boilerplate learned since the last settlement.
update wording set live = wording.samples - t.stops
from (
    select h.wording_no, count(distinct h.hash) as stops
    from wording_hash h semi join stop_hash s using (hash)
    where h.wording_no in (
        select x.wording_no from wording_hash x semi join (select hash from stop_hash where not settled) n using (hash)
    )
    group by 1
) t
where wording.wording_no = t.wording_no
