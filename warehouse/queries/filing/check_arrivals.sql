-- Filed arrivals without their article, and rejected ones without a reason.
select count(*) from arrival a
where (a.outcome in ('loaded', 'unchanged', 'duplicate', 'revision')
       and not exists (select 1 from article x where x.article_id = a.article_id)
       and a.raw_document_id not in (select raw_document_id from forgotten))
   or (a.outcome in ('rejected', 'failed') and a.reason is null)
