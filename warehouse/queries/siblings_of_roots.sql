-- Template siblings of the wordings of the incoming trees.
select k.wording_no, k.of_no, k.shared, k.containment, k.jaccard
from kin k join wording w using (wording_no) semi join incoming i using (root_no)
where k.kind = 'sibling'
order by 1
