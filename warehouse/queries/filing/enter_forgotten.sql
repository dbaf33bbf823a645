-- Enter the incoming documents as taken out.
insert into forgotten by name
select d.raw_document_id, x.article_id, d.byte_length, d.first_seen_at, count(a.arrival_id)::integer as arrivals, $at as forgotten_at,
       $cause as cause, $reason as reason, $archive_id as archive_id
from raw_document d semi join incoming using (raw_document_id)
left join article x on x.raw_document_id = d.raw_document_id
left join arrival a on a.raw_document_id = d.raw_document_id
group by all
