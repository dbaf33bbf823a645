-- Keep the shingles of new printings; -2000000000 stands for an unknown day.
insert into wording_hash select hash, article_no, nullif(day, -2000000000) from incoming
