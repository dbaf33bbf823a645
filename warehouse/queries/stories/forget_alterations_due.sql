-- The incoming articles are gone: they are not due.
delete from alteration_due where article_id in (select article_id from incoming)
