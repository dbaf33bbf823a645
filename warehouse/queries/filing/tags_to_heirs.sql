-- Tags on a story are on another article of it when theirs goes.
update tag set article_id = h.heir
from (
    select g.article_id, min(a.article_id) as heir
    from article g join article a on a.story_id = g.story_id and a.article_id not in (select article_id from incoming)
    where g.article_id in (select article_id from incoming) group by g.article_id
) h
where tag.about = 'story' and tag.article_id = h.article_id
