-- The shingles of the incoming wordings that are worth looking for.
create or replace temp table asked as
select h.hash, h.wording_no, h.day
from wording_hash h semi join incoming i on h.wording_no = i.wording_no anti join stop_hash s on h.hash = s.hash
where h.lead and h.wording_no between $lowest and $highest
