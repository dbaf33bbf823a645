-- The arrivals of the incoming documents say that they were taken out. What still waited to be parsed is rejected.
update arrival set reason = $sentence, article_id = null, statements = null, outcome = coalesce(arrival.outcome, 'rejected')
from incoming i
where arrival.raw_document_id = i.raw_document_id and i.raw_document_id in (select raw_document_id from raw_document)
