-- Write which wordings are round-ups.
update wording set roundup = i.roundup from incoming i where wording.wording_no = i.wording_no
