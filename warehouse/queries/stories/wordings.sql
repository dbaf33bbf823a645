-- What judging needs to know of the incoming wordings, by number.
select w.wording_no, w.live, w.samples, w.exact, w.roundup, w.root_no from wording w semi join incoming i using (wording_no) order by 1
