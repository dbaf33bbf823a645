-- An attempt begins: the message that each of the incoming deliveries goes out with.
update delivery set state = 'sending', message_id = i.message_id, attempts = attempts + 1, attempted_at = $now
from incoming i where delivery.delivery_id = i.delivery_id
