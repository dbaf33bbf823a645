-- Write the media type and charset found for the bytes of a batch.
update raw_document set media_type = i.media_type, charset = i.charset
from incoming i where raw_document.raw_document_id = i.raw_document_id and i.media_type is not null
