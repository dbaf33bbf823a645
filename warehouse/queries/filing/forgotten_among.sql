-- Which of the incoming documents were taken out and are refused: why, and to which archive they were moved.
select f.raw_document_id, arg_max(f.cause, f.forgotten_at), max(f.forgotten_at), arg_max(f.reason, f.forgotten_at), arg_max(a.path, f.forgotten_at)
from forgotten f semi join incoming i using (raw_document_id) left join archive a using (archive_id)
where f.lifted_at is null
group by 1
