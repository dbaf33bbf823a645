-- The very shingles that each incoming pair shares.
select distinct i.text, i.neighbour, a.hash
from incoming i join asked a on a.wording_no = i.text join met m on m.hash = a.hash and m.wording_no = i.neighbour
order by all
