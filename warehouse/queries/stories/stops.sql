-- All boilerplate shingles.
select hash from stop_hash
