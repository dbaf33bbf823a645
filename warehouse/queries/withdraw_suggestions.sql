-- Pairs around wordings that are being judged again are suggested anew.
delete from reuse_candidate
where one_no in (select wording_no from incoming) or other_no in (select wording_no from incoming)
