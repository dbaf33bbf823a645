-- Which of the incoming articles are still here.
select article_id from article semi join incoming using (article_id) order by 1
