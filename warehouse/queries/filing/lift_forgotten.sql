-- The incoming documents may be filed again.
update forgotten set lifted_at = $at where lifted_at is null and raw_document_id in (select raw_document_id from incoming)
