-- Meetings among incoming claims that agree.
select claim_id, other_id from claim_meeting semi join incoming using (claim_id) where relation = 'agrees'
