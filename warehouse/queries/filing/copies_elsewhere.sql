-- How many other articles are in the stories of the incoming ones.
select count(*) from article
where story_id in (select story_id from article semi join incoming using (article_id)) and article_id not in (select article_id from incoming)
