-- What counts as damage includes lines that were cut off.
comment on column article.damage is 'Places where the text as it arrived had lost a space, a stop, words or the end of a line: its repairs of the kinds word_join, sentence_join, gap, suspect and truncated.';
