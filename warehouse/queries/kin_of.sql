-- The present links of one kind of the incoming wordings.
select k.wording_no, k.of_no, k.shared, k.containment, k.jaccard, w.live, w.exact
from kin k semi join incoming i using (wording_no) join wording w on w.wording_no = k.of_no
where k.kind = $kind
