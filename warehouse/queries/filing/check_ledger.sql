-- Finished runs whose outcomes do not add up to what was received.
select count(*) from ledger where not adds_up and state in ('finished', 'failed', 'taken over')
