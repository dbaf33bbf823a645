-- What is to be judged again: what was put on the list, and every wording with boilerplate learned since.
select wording_no from unsettled
union
select distinct h.wording_no from wording_hash h semi join (select hash from stop_hash where not settled) s using (hash)
order by 1
