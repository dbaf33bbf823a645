-- The versions of an article: those its own outlet printed of the same story, oldest first.
select a.article_id, a.headline, coalesce(a.date_modified, a.date_published), a.word_count, a.article_body
from article a join article b on a.story_id = b.story_id
where b.article_id = $article_id
  and (a.article_id = b.article_id or coalesce(a.republisher, a.publisher) = coalesce(b.republisher, b.publisher))
order by coalesce(a.date_modified, a.date_published) nulls last, a.recorded_at, a.article_id
