-- Take out the parties of the facts of some articles.
delete from fact_party
where fact_id in (select fact_id from fact where article_id in (select article_id from incoming))
