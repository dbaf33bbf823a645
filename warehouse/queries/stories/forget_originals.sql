-- Forget the originals of the incoming stories, and tell what they were.
delete from story_original using incoming i where story_original.story_id = i.story_id
returning story_original.story_id, story_original.article_id, story_original.evidence
