-- Nothing is due.
delete from alteration_due
