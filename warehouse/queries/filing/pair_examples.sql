-- Pairs of articles that were judged, with both texts.
select j.about, j.verdict, j.article_id, j.other_article_id, a.headline, a.article_body, a.publisher, b.headline as other_headline,
       b.article_body as other_article_body, b.publisher as other_publisher, a.story_id = b.story_id as one_story, j.author,
       strftime(j.judged_at, '%Y-%m-%dT%H:%M:%SZ') as judged_at, j.note
from judgement j join article a using (article_id) join article b on b.article_id = j.other_article_id
where j.about = 'pair'
qualify row_number() over (partition by j.article_id, j.other_article_id order by j.judged_at desc, j.judgement_id) = 1
order by j.judged_at, j.article_id
