-- Write the root of each incoming wording's tree.
update wording set root_no = i.root_no from incoming i
where wording.wording_no = i.wording_no and wording.root_no <> i.root_no
