-- How every arrival ended.
select coalesce(outcome, 'pending'), count(*) as n from arrival group by all order by n desc, 1
