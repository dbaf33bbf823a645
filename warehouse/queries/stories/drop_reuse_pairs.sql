-- The incoming pairs of wordings count as not compared.
delete from reuse_pair p using incoming i where p.wording_no = i.wording_no and p.of_no = i.of_no
