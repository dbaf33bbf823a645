-- The likeliest siblings by template of the wordings that are due, on either side: the earliest article of each.
with due as (select distinct wording_no from reuse_due),
near as materialized (
    select k.* from kin k semi join due d on k.wording_no = d.wording_no where k.kind = 'sibling'
    union all
    select k.* from kin k semi join due d on k.of_no = d.wording_no anti join due o on k.wording_no = o.wording_no where k.kind = 'sibling'
),
side as (select wording_no from near union select of_no from near),
earliest as (
    select p.wording_no, min((a.date_published is null, a.date_published, a.article_id, a.word_count)) as first
    from printing p semi join side using (wording_no) join article a using (article_id)
    group by 1
)
select e.first[3], o.first[3], k.shared, k.containment, k.jaccard, w.letters, e.first[4]
from near k join earliest e using (wording_no) join earliest o on o.wording_no = k.of_no join wording w on w.wording_no = k.wording_no
order by 1, 2
