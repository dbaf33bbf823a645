-- Wordings to judge again at the end of the run.
insert into unsettled select wording_no from incoming
