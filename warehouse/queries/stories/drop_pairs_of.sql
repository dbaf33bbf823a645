-- Delete the pairs around the incoming distinct texts.
delete from pair where one_no in (select wording_no from incoming) or other_no in (select wording_no from incoming)
