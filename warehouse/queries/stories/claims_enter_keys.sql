-- Enter the keys of new claims, each claim once. What is due is of $earliest to $latest, or of no day.
insert into claim_key (key, claim_id, day, period)
select unnest(keys), claim_id, day, period
from (select claim_id, any_value(day) as day, any_value(keys) as keys from claim_due where keys is not null group by claim_id)
anti join (
    select claim_id from claim_key where (day is null or day between $earliest and $latest) and claim_id in (select claim_id from claim_due)
) k using (claim_id)
left join (
    select claim_id, any_value(md5_number_lower(time_start || '/' || coalesce(time_end, ''))) as period
    from claim where time_start is not null and (day is null or day between $earliest and $latest) and claim_id in (select claim_id from claim_due) group by claim_id
) p using (claim_id)
order by 1
