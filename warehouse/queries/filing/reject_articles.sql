-- Arrivals of articles that no longer parse.
update arrival set outcome = i.outcome, reason = i.reason, article_id = null
from incoming i where arrival.article_id = i.article_id
