-- The first and the last day of what is due, and whether some of it has no day.
select min(day) as first, max(day) as last, coalesce(bool_or(day is null), false) as undated from claim_due where keys is not null
