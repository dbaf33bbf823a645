-- Delete the tags of the incoming articles and their facts.
delete from tag where article_id in (select article_id from incoming)
