-- The index of words, kept up to date with every batch, and the one rule of what a word is.
create or replace macro search_words(said) as
    regexp_extract_all(translate(lower(strip_accents(said)), 'əıøłđ', 'aiold'), '[\p{L}\p{N}]+');
comment on macro search_words is 'The words of a text as search knows them: lower case, without accents, letters and digits only.';

create table search_document (
    document integer not null,
    batch integer not null,
    article_id varchar,
    words integer not null
);
comment on table search_document is 'Internal: articles as the word index numbers them.';
comment on column search_document.document is 'Number in the index; never used again when an article is replaced.';
comment on column search_document.batch is 'The first document of the batch it was indexed with.';
comment on column search_document.article_id is 'The article; NULL when it was replaced or deleted.';
comment on column search_document.words is 'Words in headline and body.';

create table search_term (
    term_id integer not null,
    term varchar not null
);
comment on table search_term is 'Internal: every word that occurs, as search_words gives it.';
comment on column search_term.term_id is 'Number of the word.';
comment on column search_term.term is 'The word.';

create table search_posting (
    term_id integer not null,
    batch integer not null,
    documents integer[] not null,
    positions integer[] not null
);
comment on table search_posting is 'Internal: where a word occurs; one row a word and batch.';
comment on column search_posting.term_id is 'The word.';
comment on column search_posting.batch is 'The first document of the batch.';
comment on column search_posting.documents is 'The document of each occurrence.';
comment on column search_posting.positions is 'Its place: 1 to 255 in the headline, from 256 on in the body.';
