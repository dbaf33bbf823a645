-- Delete the notes on the incoming articles and their facts.
delete from note where article_id in (select article_id from incoming)
