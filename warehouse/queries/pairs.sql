-- Pairs of wordings that share at least `fewest` shingles and were printed within the window of each other.
select least(one, other) as one, greatest(one, other) as other, max(shared) as shared
from (
    select a.wording_no as one, m.wording_no as other, count(*) as shared
    from asked a join met m on a.hash = m.hash
    where m.lead and a.wording_no <> m.wording_no and (a.day is null or m.day is null or abs(a.day - m.day) <= $window)
    group by a.wording_no, a.day, m.article_no, m.wording_no
    having count(*) >= $fewest
)
group by all
