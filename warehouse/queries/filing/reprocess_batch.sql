-- The next articles to derive again, with their bytes and what was said about them when they first arrived.
with due as (
    select article_id, raw_document_id from article
    where article_id > $after and (not $old_only or parser_version <> $parser_version)
    order by article_id limit $most
)
select arg_min(r.arrival_id, r.arrival_id), d.raw_document_id, any_value(d.payload),
       arg_min(r.source_uri, r.arrival_id), arg_min(r.source_kind, r.arrival_id), arg_min(r.statements, r.arrival_id),
       arg_min(r.arrived_at, r.arrival_id)
from due join raw_document d using (raw_document_id)
join arrival r on r.raw_document_id = d.raw_document_id and r.article_id = due.article_id
where d.payload is not null
group by d.raw_document_id, due.article_id
order by due.article_id
