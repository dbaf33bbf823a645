-- The word of a text that a stem was cut from: `shar` in "its shares" is `shares`. The stem itself where no word begins with it: then it is a concept (`dead`).
create or replace macro whole_word(stem, said) as
    coalesce(list_filter(regexp_split_to_array(lower(said), '[^\p{L}]+'), lambda word: starts_with(word, stem))[1], stem);
comment on macro whole_word is 'The first word in said that begins with a stem; the stem where there is none.';
