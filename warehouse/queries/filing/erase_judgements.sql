-- Delete the judgements on the incoming articles and their facts.
delete from judgement where article_id in (select article_id from incoming) or other_article_id in (select article_id from incoming)
