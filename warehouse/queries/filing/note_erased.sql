-- The arrivals of the incoming documents say so.
update arrival set reason = $sentence from incoming i where arrival.raw_document_id = i.raw_document_id
