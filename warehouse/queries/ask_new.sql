-- The shingles of the newest printings that are worth looking for: one printing of a wording a day, boilerplate left out.
create or replace temp table asked as
select h.hash, h.wording_no, h.day
from wording_hash h anti join stop_hash s using (hash)
where h.lead and h.article_no >= $first_no
