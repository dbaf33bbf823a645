-- Nothing is due.
delete from claim_due
