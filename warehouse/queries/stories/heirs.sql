-- For each incoming distinct text whose first printing is gone: the first of those that are left.
select p.wording_no, min(p.article_no) as article_no
from printing p semi join incoming i using (wording_no)
group by p.wording_no
having min(p.article_no) <> p.wording_no
order by 1
