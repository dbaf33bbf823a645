-- All watches, by name.
select name, kind, question, publisher, since, until, unit, at_least, at_most, outlets, targets, pace, send_at, quiet, timezone, networks
from watch order by name
