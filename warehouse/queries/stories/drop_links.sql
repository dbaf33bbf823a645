-- Forget links of the incoming wordings, each of its kind.
delete from kin using incoming i where kin.wording_no = i.wording_no and kin.kind = i.kind
