-- The incoming printings by number, with what judging needs to know of their wordings; -1 and -2000000000 stand for an unknown outlet and day.
select p.article_no, p.wording_no, coalesce(p.outlet::bigint, -1) as outlet, p.headline::bigint as headline,
       coalesce(p.day, -2000000000) as day, w.live, w.samples, w.exact, w.roundup, w.root_no
from printing p semi join incoming i using (article_no) join wording w using (wording_no)
order by 1
