-- The last runs with their outcomes, the newest first.
select started_at, kind, state, received, loaded, unchanged, duplicate, revision, rejected, failed, adds_up
from ledger order by started_at desc limit $n
