-- Everything in quarantine, the newest first.
select arrival_id, source_uri, outcome, reason, arrived_at, raw_document_id, byte_length, media_type
from quarantine order by arrived_at desc, arrival_id
