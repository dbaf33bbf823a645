-- Which incoming files the ledger knows as they are: the same bytes from the same path have an outcome, or the members of
-- the archive were taken in by a run that came to its end after the file was last changed.
select i.path
from incoming i
where exists (
        select 1 from arrival a
        where a.source_uri = i.path and a.raw_document_id = i.sha256 and a.outcome is not null
    )
    or i.path in (
        select regexp_extract(a.source_uri, '^(.*)#[0-9]+$', 1)
        from arrival a join run r using (run_id)
        where r.state = 'finished' and epoch_ns(r.started_at) > i.changed_ns
    )
