-- Articles that came from feeds, one row for each arrival, and whether a file brought the same.
select a.article_id, coalesce(a.headline, ''), a.article_body, array_to_string(a.author, '; '), coalesce(a.url, ''), a.in_language, a.word_count,
       r.arrival_id, r.raw_document_id, d.payload, r.source_uri, r.source_kind, r.statements, r.arrived_at, r.feed_id
from article a join arrival r using (article_id) join raw_document d on d.raw_document_id = r.raw_document_id
where a.article_id > $after and a.article_id <= $last and not exists (
    select 1 from arrival f where f.article_id = a.article_id and f.source_kind = 'file'
)
order by a.article_id, r.arrival_id
