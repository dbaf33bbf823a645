-- Documents that filled the whole of an incoming file and are articles: what was declared about each when it arrived last.
select a.source_uri, a.raw_document_id, arg_max(a.source_kind, a.arrival_id) as source_kind, arg_max(a.statements, a.arrival_id) as statements
from arrival a semi join incoming using (source_uri)
where a.article_id is not null and a.entry_key is null and a.note is null
group by all
