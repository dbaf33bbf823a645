-- Words with their language and stem; initials (U.S.) and grouped digits (12,000) are one word.
create or replace macro search_words(said) as list_transform(
    regexp_extract_all(
        translate(lower(strip_accents(said)), 'əıøłđ' || chr(173), 'aiold'),
        '(?:[\p{L}\p{Nl}\p{No}]\.)+[\p{L}\p{Nl}\p{No}](?:[^\p{L}\p{N}]|$)|[0-9]{1,3}(?:[,\x{a0}\x{202f}\x{2009}][0-9]{3})+(?:[^\p{L}\p{N}]|$)|[\p{L}\p{N}]+'
    ),
    lambda word: regexp_replace(word, '[^\p{L}\p{N}]', '', 'g')
);
comment on macro search_words is 'The words of a text as search knows them: lower case, without accents, letters and digits only; initials (U.S.) and grouped digits (12,000) are one word.';
create or replace macro search_stem(word) as (md5_number_lower(word) & 2147483647)::integer;
comment on macro search_stem is 'The number of a stem in the index.';

alter table search_term add column language varchar default '';
alter table search_term add column stem integer;
-- What is indexed already has no stems until it is reprocessed.
update search_term set language = '', stem = search_stem(term);

comment on table search_term is 'Internal: every word that occurs, as search_words gives it, by language.';
comment on column search_term.language is 'The language of the articles it occurs in; empty where it is not known.';
comment on column search_term.stem is 'Number of its stem (search_stem).';
comment on table search_posting is 'Internal: where a word occurs; one row a word and batch. Small batches are put together when there are many.';
comment on column search_document.batch is 'The first document of the batch it is in.';
