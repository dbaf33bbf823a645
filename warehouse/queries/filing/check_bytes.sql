-- Articles whose bytes are missing.
select count(*) from article where raw_document_id not in (select raw_document_id from raw_document)
