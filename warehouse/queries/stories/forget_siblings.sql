-- Forget who was a sibling by template of what the wordings that are due print.
delete from syndication
where relation = 'template_sibling'
  and (article_id in (select p.article_id from printing p semi join reuse_due using (wording_no))
       or of_article_id in (select p.article_id from printing p semi join reuse_due using (wording_no)))
