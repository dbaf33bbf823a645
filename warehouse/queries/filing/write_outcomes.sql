-- Write the outcomes of a batch into the ledger, and add what is to be noted of them.
update arrival set outcome = i.outcome, reason = i.reason, article_id = i.article_id,
    note = nullif(concat_ws('; ', arrival.note, i.note), '')
from incoming i where arrival.arrival_id = i.arrival_id
