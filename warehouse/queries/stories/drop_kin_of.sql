-- Delete the links of and to the incoming distinct texts.
delete from kin where wording_no in (select wording_no from incoming) or of_no in (select wording_no from incoming)
