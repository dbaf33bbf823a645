-- Every printing within those days that has one of the asked shingles: the one large scan of a batch.
create or replace temp table met as
with wanted as (select distinct hash from asked)
select h.hash, h.article_no, h.wording_no, h.day, h.lead
from wording_hash h semi join wanted w using (hash)
where h.day between $first_day and $last_day
union all
select h.hash, h.article_no, h.wording_no, h.day, h.lead
from wording_hash h semi join wanted w using (hash)
where h.day is null
