-- How the documents that arrived since a moment ended.
select coalesce(outcome, 'being worked on') as outcome, count(*) as documents
from arrival where arrived_at >= $since group by all order by documents desc, outcome
