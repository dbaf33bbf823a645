-- The bytes of a document.
select payload from raw_document where raw_document_id = $raw_document_id
