-- What was learned to be boilerplate no longer counts among what was shared by pairs that were found before.
update pair set shared = pair.shared - t.stops
from (
    select p.one_no, p.other_no, count(*) as stops
    from incoming a join pair p on p.one_no = a.wording_no join incoming b on b.wording_no = p.other_no and b.hash = a.hash
    where p.found_no < a.learned_no
    group by all
) t
where pair.one_no = t.one_no and pair.other_no = t.other_no
