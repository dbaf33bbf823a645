-- Documents of the quarantine to parse again: those whose bytes are stored, as they arrived. Files of too many documents are split again instead.
select a.arrival_id, d.raw_document_id, d.payload, a.source_uri, a.source_kind, a.statements, a.arrived_at
from quarantine q join arrival a using (arrival_id) join raw_document d on d.raw_document_id = a.raw_document_id
where d.payload is not null and not starts_with(q.reason, 'too_many:')
order by a.arrival_id
