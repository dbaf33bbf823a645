-- The trees that contain the incoming texts, and the trees of the texts they are now linked to.
select w.root_no from wording w semi join incoming i using (wording_no)
union
select w.root_no from kin k semi join incoming i on k.wording_no = i.wording_no join wording w on w.wording_no = k.of_no
