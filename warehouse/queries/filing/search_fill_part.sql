-- The part takes the place of its batches.
insert into search_posting from search_part order by term_id
