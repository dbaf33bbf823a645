-- What an interrupted run had stored but not finished: its arrivals without an outcome, with their bytes.
select a.arrival_id, d.raw_document_id, d.payload, a.source_uri, a.source_kind, a.statements, a.arrived_at
from arrival a join run r using (run_id) join raw_document d using (raw_document_id)
where r.state = 'interrupted' and a.outcome is null
order by a.arrival_id
