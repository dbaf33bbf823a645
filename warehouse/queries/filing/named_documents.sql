-- Documents of this arrival or source, or whose SHA-256 begins so.
select d.raw_document_id from raw_document d
where (length($name) > 20 and starts_with(d.raw_document_id, lower($name)))
   or d.raw_document_id in (select raw_document_id from arrival where arrival_id = $name or source_uri = $name)
order by 1
