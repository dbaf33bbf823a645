-- Delete where the incoming articles are originals; their stories are elected again.
delete from story_original where article_id in (select article_id from incoming)
