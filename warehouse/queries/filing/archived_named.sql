-- Documents in archives, by the beginning of the id of their bytes or of the article they were: with the article, archive and folder.
select f.raw_document_id, f.article_id, f.archive_id, a.path
from forgotten f join archive a using (archive_id)
where f.cause = 'archived' and f.lifted_at is null
  and f.article_id in (
      select article_id from forgotten
      where cause = 'archived' and (starts_with(raw_document_id, lower($name)) or starts_with(article_id, lower($name)))
  )
order by 1
