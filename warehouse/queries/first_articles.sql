-- The first publication of each incoming wording.
with first as (
    select p.wording_no, min((a.date_published is null, a.date_published, a.article_id)) as first
    from printing p semi join incoming i using (wording_no) join article a using (article_id)
    group by 1
)
select f.wording_no, a.article_id, coalesce(a.republisher, a.publisher), a.url, a.date_published
from first f join article a on a.article_id = f.first[3]
