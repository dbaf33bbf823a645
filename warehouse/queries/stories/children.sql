-- The texts that are linked to the incoming ones.
select distinct k.wording_no from kin k semi join incoming i on k.of_no = i.wording_no where k.kind = 'copy'
