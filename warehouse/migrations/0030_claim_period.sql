-- The period of a claim beside its keys: claims weeks apart only meet when both give the same one, so no others are looked at.
alter table claim_key add column period ubigint;
update claim_key set period = c.period
from (
    select claim_id, any_value(md5_number_lower(time_start || '/' || coalesce(time_end, ''))) as period
    from claim where time_start is not null group by claim_id
) c
where c.claim_id = claim_key.claim_id;
comment on column claim_key.period is 'A hash of the time that the text gives for it; NULL where it gives none.';
