-- The figures of the incoming wordings, by number.
select w.figures from wording w semi join incoming i using (wording_no) order by w.wording_no
