-- Which of the incoming texts are known already.
select w.wording_no, w.live, w.samples, w.exact, w.roundup, w.root_no from wording w semi join incoming i using (exact) order by 1
