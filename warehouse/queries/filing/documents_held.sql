-- Which of the incoming documents are stored.
select raw_document_id from raw_document semi join incoming using (raw_document_id)
