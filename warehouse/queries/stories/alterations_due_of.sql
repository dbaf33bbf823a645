-- The incoming articles, and those that were compared with them, are due.
insert into alteration_due
select article_id from incoming
union
select article_id from alteration_pair where of_article_id in (select article_id from incoming)
