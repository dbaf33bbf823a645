-- The word of a text that a stem was cut from: `shar` in "its shares" is `shares`. The stem itself where no word begins with it: then it is a concept (`dead`).
create or replace macro whole_word(stem, said) as
    coalesce(list_filter(regexp_split_to_array(lower(said), '[^\p{L}]+'), lambda word: starts_with(word, stem))[1], stem);
comment on macro whole_word is 'The first word in said that begins with a stem; the stem where there is none.';

-- The words of what a fact measures: of a figure the thing, of what is counted before who counts it; of a role the post. NULL where it has none: then its concept names it.
create or replace macro measured_words(kind, unit, subject, predicate, object) as case
    when kind = 'quantity' and (unit like '{%' or unit = '%') then coalesce(noun_phrase(object), noun_phrase(subject))
    when kind = 'quantity' then coalesce(noun_phrase(subject), noun_phrase(object))
    when kind = 'role' then nullif(lower(trim(predicate)), '')
end;
comment on macro measured_words is 'The words of what a fact measures: the thing of a figure, the post of a role; NULL where there are none.';
