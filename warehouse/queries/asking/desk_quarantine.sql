-- Reasons of the documents in quarantine.
select split_part(coalesce(reason, outcome), ':', 1) as reason, count(*) as documents
from quarantine group by all order by documents desc, reason
