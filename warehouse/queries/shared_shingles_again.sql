-- The very shingles that each incoming pair shares, boilerplate left out.
with pair as materialized (select distinct text, neighbour from incoming),
mine as materialized (
    select distinct h.wording_no, h.hash
    from wording_hash h semi join (select distinct text from pair) t on h.wording_no = t.text anti join stop_hash s on h.hash = s.hash
    where h.lead
),
theirs as (
    select distinct h.wording_no, h.hash
    from wording_hash h semi join (select distinct neighbour from pair) n on h.wording_no = n.neighbour
    where h.lead
)
select p.text, p.neighbour, m.hash
from pair p join mine m on m.wording_no = p.text join theirs t on t.wording_no = p.neighbour and t.hash = m.hash
order by all
