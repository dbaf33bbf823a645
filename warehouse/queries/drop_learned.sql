-- What was just learned to be boilerplate is no longer asked for.
delete from asked where hash in (select hash from incoming)
