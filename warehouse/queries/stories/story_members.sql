-- The articles of a story by time, each with what it was copied from.
select a.article_id, coalesce(a.headline, opening(a.article_body)) as headline, coalesce(a.republisher, a.publisher), a.date_published, a.word_count,
       s.of_article_id, s.relation, s.containment, s.jaccard, s.shared_words, s.rule
from article a left join syndication s on s.article_id = a.article_id and s.relation <> 'template_sibling'
where a.story_id = $story_id
order by a.date_published nulls last, a.article_id
