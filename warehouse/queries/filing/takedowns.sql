-- Documents that people had taken out and that are refused, the last time each.
select raw_document_id, arg_max(article_id, forgotten_at), arg_max(byte_length, forgotten_at), arg_max(first_seen_at, forgotten_at),
       arg_max(arrivals, forgotten_at), max(forgotten_at), arg_max(reason, forgotten_at)
from forgotten
group by raw_document_id
having arg_max(cause, forgotten_at) = 'takedown' and arg_max(lifted_at is null, forgotten_at)
order by 6, 1
