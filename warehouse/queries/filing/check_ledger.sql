-- Runs at their end whose received is not the sum of the outcomes.
select count(*) from ledger where not adds_up and state in ('finished', 'failed', 'taken over')
