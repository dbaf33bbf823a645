-- Which kinds of fact were looked for in an article: a kind that is not named there has no rows because nobody looked.
alter table article add column facts_read varchar[];
comment on column article.facts_read is 'Kinds of fact that were looked for in the article''s language, fully or in part (view language_coverage says what is left out); NULL for articles filed before this column, until they are read again.';
