-- The shingles of the incoming wordings by their first printing, boilerplate left out.
select h.hash, h.article_no
from wording_hash h semi join incoming i on h.article_no = i.wording_no anti join stop_hash s on h.hash = s.hash
