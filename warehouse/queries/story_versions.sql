-- Every printing of a story with its relation to another, earliest first.
select a.article_id, a.headline, coalesce(a.republisher, a.publisher), a.date_published, s.relation, s.of_article_id, s.containment, s.rule
from article a
left join syndication s on s.article_id = a.article_id and s.relation <> 'template_sibling'
where a.story_id = $story_id
order by a.date_published nulls last, a.recorded_at, a.article_id
