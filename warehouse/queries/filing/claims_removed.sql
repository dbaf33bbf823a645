-- Claims of some articles are taken out: at the end of the run it is looked whether anybody else makes them.
insert into claim_due (claim_id) select distinct claim_id from claim where article_id in (select article_id from incoming)
