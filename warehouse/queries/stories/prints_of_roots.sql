-- The articles of the incoming trees, with what they say about their origin; times in UTC.
select p.article_id, p.wording_no, a.story_id, w.live, w.letters, a.word_count,
       coalesce(a.republisher, a.publisher) as outlet, case when a.republisher is not null then a.publisher end as credited,
       a.url, a.canonical_url, a.dateline, a.date_published at time zone 'UTC', a.damage
from wording w semi join incoming i using (root_no) join printing p using (wording_no) join article a using (article_id)
order by 1
