-- Take a tag off a thing.
delete from tag
where tag = $tag and about = $about and fact_id is not distinct from $fact_id and entity_id is not distinct from $entity_id
  and (article_id is not distinct from $article_id
       or $about = 'story' and article_id in (select article_id from article where story_id = (select story_id from article where article_id = $article_id)))
