-- An attempt failed; when the next is.
update delivery set state = 'waiting', due_at = $due_at, error = $error where message_id = $message_id and state = 'sending'
