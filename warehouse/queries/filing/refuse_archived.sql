-- The incoming documents were taken out of their archive as well.
update forgotten set cause = 'takedown', reason = $reason, forgotten_at = $at, archive_id = null
where raw_document_id in (select raw_document_id from incoming) and cause = 'archived'
