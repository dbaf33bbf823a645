-- Boilerplate learned since the last settlement in wordings that were judged before it was learned.
select h.hash, h.article_no as wording_no, s.learned_no
from wording_hash h join stop_hash s using (hash) semi join wording w on h.article_no = w.wording_no
where not s.settled and h.article_no < s.learned_no
