-- Documents that arrived since a moment, by type of source.
select source_kind, count(*) as documents
from arrival where arrived_at >= $since group by all order by documents desc, source_kind
