-- Delete decisions about the happenings of the incoming articles.
delete from happening_decision where article_id in (select article_id from incoming) or other_article_id in (select article_id from incoming)
