-- The present links of the incoming wordings.
select k.kind, k.wording_no, k.of_no, k.shared, k.containment, k.jaccard, w.live, w.exact
from kin k semi join incoming i using (wording_no) join wording w on w.wording_no = k.of_no
