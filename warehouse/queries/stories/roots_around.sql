-- The trees that the incoming wordings stand in, and those of the wordings they look up to now.
select w.root_no from wording w semi join incoming i using (wording_no)
union
select w.root_no from kin k semi join incoming i on k.wording_no = i.wording_no join wording w on w.wording_no = k.of_no
