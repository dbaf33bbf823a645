-- The incoming articles were looked at; so were those that are no longer filed.
delete from watch_due where article_id in (select article_id from incoming) or article_id not in (select article_id from article)
