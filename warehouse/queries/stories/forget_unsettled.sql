-- Clear the list of texts to judge again.
delete from unsettled
