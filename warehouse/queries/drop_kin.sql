-- Forget the links of one kind of the incoming wordings.
delete from kin where kind = $kind and wording_no in (select wording_no from incoming)
