-- Write outcomes that the settled stories changed.
update arrival set outcome = i.outcome from incoming i where arrival.arrival_id = i.arrival_id
