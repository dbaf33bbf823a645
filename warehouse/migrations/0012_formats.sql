-- Keywords of articles, and notes about files that cost no document.
alter table article add column keywords varchar[];
comment on column article.keywords is 'Keywords and subjects as the file gives them: words, and codes such as medtop:04000000 (IPTC).';
alter table arrival add column note varchar;
comment on column arrival.note is 'Something about the file that cost no document: bytes behind an archive, records that are no documents.';
