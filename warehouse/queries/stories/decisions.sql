-- All that people decided about articles, oldest first.
select decision, article_id, other_article_id from story_decision order by decided_at
