-- One story.
select story_id, headline, original_article_id, evidence, credited, articles, outlet_names, first_seen, last_seen, spread from story where story_id = $story_id
