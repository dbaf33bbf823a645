-- Delete what was to be sent, or was sent, of alerts that are gone.
delete from delivery where alert_id not in (select alert_id from alert)
