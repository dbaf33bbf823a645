-- Delete the shingles of the incoming printings.
delete from wording_hash where article_no in (select article_no from incoming)
