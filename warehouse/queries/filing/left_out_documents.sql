-- Documents that a rule left out and that no forgetting took, as they arrived; the newest arrival of each source.
select a.arrival_id, d.raw_document_id, d.payload, a.source_uri, a.source_kind, a.statements, a.arrived_at
from arrival a join raw_document d on d.raw_document_id = a.raw_document_id
where a.outcome = 'rejected' and starts_with(a.reason, 'rule ') and d.payload is not null
  and not exists (select 1 from forgotten f where f.raw_document_id = a.raw_document_id and f.lifted_at is null)
order by a.arrival_id
