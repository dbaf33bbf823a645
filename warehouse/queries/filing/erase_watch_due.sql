-- The watches need not look at the incoming articles any more.
delete from watch_due where article_id in (select article_id from incoming)
