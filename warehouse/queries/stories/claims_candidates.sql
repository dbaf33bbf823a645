-- Pairs of which one is incoming and that have a key in common within the days in which claims can meet.
with fresh as (select k.key, k.claim_id, k.day from claim_key k semi join incoming i using (claim_id))
select distinct least(f.claim_id, k.claim_id) as one, greatest(f.claim_id, k.claim_id) as other
from fresh f join claim_key k using (key)
where f.claim_id <> k.claim_id and (f.day is null or k.day is null or abs(f.day - k.day) <= $days)
order by 1, 2
