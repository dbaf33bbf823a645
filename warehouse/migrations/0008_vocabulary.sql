-- What the desk has learned to read from its own undamaged articles.
create table vocabulary (
    word varchar not null,
    articles integer not null
);
comment on table vocabulary is 'Names and brands learned from undamaged articles; repair uses them as words. Learned anew by maintain and reprocess.';
comment on column vocabulary.word is 'The word in lower case.';
comment on column vocabulary.articles is 'Articles that have it.';
