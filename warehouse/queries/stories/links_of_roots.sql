-- The wordings of the incoming trees and what they look up to.
select w.wording_no, w.root_no, k.of_no, k.shared, k.containment, k.jaccard
from wording w semi join incoming i using (root_no) left join kin k on k.wording_no = w.wording_no and k.kind = 'copy'
order by 1
