-- A message was taken by its receiver.
update delivery set state = 'sent', sent_at = $now, error = null where message_id = $message_id and state = 'sending'
