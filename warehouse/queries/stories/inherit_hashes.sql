-- Their shingles do so too.
update wording_hash set article_no = i.wording_no from incoming i where wording_hash.article_no = i.article_no
