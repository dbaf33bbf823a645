-- What the articles of a story changed against its original.
select article_id, original_article_id, outlet, original_outlet, relation, kind, before, after, before_value, before_unit, after_value, after_unit,
       start_char, end_char, of_start_char, of_end_char
from altered where story_id = $story_id
order by article_id, start_char nulls last, kind, of_start_char
