-- The shingles of this batch were looked for.
drop table asked
