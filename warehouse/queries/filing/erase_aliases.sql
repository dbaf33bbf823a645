-- Delete spellings that are in no other article.
delete from entity_alias using entities_said s
where entity_alias.entity_id = s.entity_id and entity_alias.surface = s.surface and not s.kept
