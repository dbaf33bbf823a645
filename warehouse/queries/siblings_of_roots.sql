-- Template siblings of the wordings of the incoming trees, on either side: the earliest article of each.
with here as (select w.wording_no from wording w semi join incoming i using (root_no)),
near as (select * from kin where kind = 'sibling' and (wording_no in (from here) or of_no in (from here))),
earliest as (
    select p.wording_no, min((a.date_published is null, a.date_published, a.article_id, a.word_count)) as first
    from printing p join article a using (article_id)
    where p.wording_no in (select wording_no from near union select of_no from near)
    group by 1
)
select e.first[3], o.first[3], k.shared, k.containment, k.jaccard, w.letters, e.first[4]
from near k join earliest e using (wording_no) join earliest o on o.wording_no = k.of_no join wording w on w.wording_no = k.wording_no
order by 1, 2
