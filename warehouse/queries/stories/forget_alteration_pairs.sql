-- Forget the comparisons of the incoming articles, and what others changed against them.
delete from alteration_pair where article_id in (select article_id from incoming) or of_article_id in (select article_id from incoming)
