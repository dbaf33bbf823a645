-- The groups of incoming claims, with all their members.
select g.claim_id, g.group_id from claim_group g
semi join (select group_id from claim_group semi join incoming using (claim_id)) t using (group_id)
