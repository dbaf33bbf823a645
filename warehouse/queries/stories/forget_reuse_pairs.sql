-- Forget the compared pairs around the incoming texts: they are to be compared again.
delete from reuse_pair where wording_no in (select wording_no from incoming) or of_no in (select wording_no from incoming)
