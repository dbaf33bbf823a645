-- Boilerplate in the incoming printings.
select distinct h.hash from wording_hash h semi join incoming i using (article_no) semi join stop_hash s on s.hash = h.hash
