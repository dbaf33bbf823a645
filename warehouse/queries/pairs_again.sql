-- Pairs of wordings, one of them incoming, that share at least `fewest` shingles and were printed within the window of each other.
with asked as materialized (
    select h.hash, h.wording_no, h.day
    from wording_hash h semi join incoming i on h.wording_no = i.wording_no anti join stop_hash s on h.hash = s.hash
    where h.lead and h.wording_no between $lowest and $highest
),
wanted as (select distinct hash from asked),
met as (
    select h.hash, h.article_no, h.wording_no, h.day
    from wording_hash h semi join wanted w using (hash)
    where h.lead and h.day between $first_day and $last_day
    union all
    select h.hash, h.article_no, h.wording_no, h.day
    from wording_hash h semi join wanted w using (hash)
    where h.lead and h.day is null
)
select least(one, other) as one, greatest(one, other) as other, max(shared) as shared
from (
    select a.wording_no as one, m.wording_no as other, count(*) as shared
    from asked a join met m on a.hash = m.hash
    where a.wording_no <> m.wording_no and (a.day is null or m.day is null or abs(a.day - m.day) <= $window)
    group by a.wording_no, a.day, m.article_no, m.wording_no
    having count(*) >= $fewest
)
group by all
