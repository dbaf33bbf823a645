-- Which of the incoming wordings are the longest of their trees.
select w.wording_no from wording w semi join incoming i using (wording_no) where w.root_no = w.wording_no order by 1
