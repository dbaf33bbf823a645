-- Forget the originals of the incoming articles' stories.
delete from story_original where story_id in (select a.story_id from incoming i join article a using (article_id))
