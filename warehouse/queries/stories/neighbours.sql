-- The wordings that share something with the incoming ones.
select p.other_no as wording_no from pair p semi join incoming i on p.one_no = i.wording_no
union
select p.one_no from pair p semi join incoming i on p.other_no = i.wording_no
