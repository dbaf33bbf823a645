-- Bytes received in all and since a moment, when the first and the last arrived, and how many documents wait.
select
    coalesce(sum(byte_length), 0)::bigint,
    coalesce(sum(byte_length) filter (where first_seen_at >= $since), 0)::bigint,
    min(first_seen_at),
    max(first_seen_at),
    (select count(*) from arrival where outcome is null)
from raw_document
