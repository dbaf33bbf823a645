-- The figures of the incoming wordings.
select w.wording_no, w.figures from wording w semi join incoming i using (wording_no)
