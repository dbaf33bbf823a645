-- Delete the incoming distinct texts.
delete from wording where wording_no in (select wording_no from incoming)
