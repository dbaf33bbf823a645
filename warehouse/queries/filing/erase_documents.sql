-- Delete the bytes of the incoming documents.
delete from raw_document where raw_document_id in (select raw_document_id from incoming)
