create view quarantine as
select a.arrival_id, a.source_uri, a.outcome, a.reason, a.arrived_at, a.raw_document_id, d.byte_length, d.media_type, a.run_id
from arrival a
left join raw_document d using (raw_document_id)
where a.outcome in ('rejected', 'failed') and not coalesce(starts_with(a.reason, 'rule '), false)
  and not exists (select 1 from forgotten f where f.raw_document_id = a.raw_document_id and f.lifted_at is null)
  and not exists (
      select 1 from arrival later
      where later.source_uri = a.source_uri and later.arrival_id > a.arrival_id and later.outcome is not null
  )
  and not exists (  -- documents of that file, in a later run that did not refuse it
      select 1 from arrival later
      where contains(later.source_uri, '#') and regexp_replace(later.source_uri, '(#[0-9]+)+$', '') = a.source_uri
        and later.arrival_id > a.arrival_id and later.run_id <> a.run_id and later.outcome is not null
  );
comment on view quarantine is 'Documents that could not be filed and have not arrived since from the same source, nor documents of that file; their bytes are kept. What was forgotten, or left out by a rule, is not in it.';
comment on column quarantine.arrival_id is 'The arrival.';
comment on column quarantine.source_uri is 'Where it came from.';
comment on column quarantine.outcome is 'rejected or failed.';
comment on column quarantine.reason is 'Why, and what to do.';
comment on column quarantine.arrived_at is 'When, UTC.';
comment on column quarantine.raw_document_id is 'Its bytes in raw_document; NULL when they could not be read.';
comment on column quarantine.byte_length is 'Length in bytes.';
comment on column quarantine.media_type is 'What the bytes turned out to be.';
comment on column quarantine.run_id is 'The run that took it in.';
