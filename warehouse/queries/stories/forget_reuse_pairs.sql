-- The pairs around the incoming wordings are to be compared anew.
delete from reuse_pair where wording_no in (select wording_no from incoming) or of_no in (select wording_no from incoming)
