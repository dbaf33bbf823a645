-- Add what is kept of them.
insert into search_posting select term_id, batch, documents, positions from search_kept order by batch, term_id
