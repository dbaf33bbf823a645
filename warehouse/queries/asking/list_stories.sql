-- Stories with their original's headline or opening, the most reprinted first.
select s.story_id, coalesce(s.headline, opening(a.article_body)) as headline, s.articles, s.outlets, s.evidence, s.first_seen,
       s.last_seen, s.outlet_names
from story s join article a on a.article_id = s.original_article_id
order by s.articles desc, s.last_seen desc nulls last, s.story_id
limit $n
