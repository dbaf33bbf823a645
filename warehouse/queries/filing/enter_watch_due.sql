-- Articles for the watches to look at, when there are any.
insert into watch_due select article_id from incoming where exists(from watch)
