-- Forget what the incoming wordings borrow or lend, and what concerns texts that are now copies of a longer one.
delete from reuse
where article_id in (select article_id from printing where wording_no in (select wording_no from incoming))
   or of_article_id in (select article_id from printing where wording_no in (select wording_no from incoming))
   or article_id in (select p.article_id from printing p join wording w using (wording_no) where w.root_no <> w.wording_no)
   or of_article_id in (select p.article_id from printing p join wording w using (wording_no) where w.root_no <> w.wording_no)
