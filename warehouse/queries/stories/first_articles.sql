-- The first publication of each incoming wording, its time in UTC.
with first as (
    select p.wording_no,
           min((a.date_published is null, a.date_published, a.article_id, coalesce(a.republisher, a.publisher), a.url)) as first
    from printing p semi join incoming i using (wording_no) join article a using (article_id)
    group by 1
)
select wording_no, first[3], first[4], first[5], first[2] at time zone 'UTC' from first
