-- Delete the incoming printings.
delete from printing where article_no in (select article_no from incoming)
