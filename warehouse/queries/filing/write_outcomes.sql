-- Write the outcomes of a batch into the ledger.
update arrival set outcome = i.outcome, reason = i.reason, article_id = i.article_id
from incoming i where arrival.arrival_id = i.arrival_id
