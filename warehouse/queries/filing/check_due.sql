-- Texts and claims that wait to be judged or compared although no run is filing.
select count(*) from (from (select wording_no from unsettled) union all from (select wording_no from reuse_due) union all from (select 0 from claim_due) union all from (select 0 from alteration_due))
where not exists (from run where state = 'running' and kind <> 'maintain')
