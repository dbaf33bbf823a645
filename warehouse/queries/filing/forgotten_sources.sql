-- Where the incoming documents came from, and how often.
select source_uri, source_kind, count(*) from arrival semi join incoming using (raw_document_id) group by all order by 1
