-- The kinds of dated facts.
select distinct kind from timeline order by kind
