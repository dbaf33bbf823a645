-- The word of a text that a stem was cut from: `shar` in "its shares" is `shares`. The stem itself where no word begins with it: then it is a concept (`dead`).
create or replace macro whole_word(stem, said) as
    coalesce(nullif(regexp_extract(lower(said), '(^|[^\p{L}])(' || regexp_replace(stem, '[^\p{L}]', '.', 'g') || '[\p{L}-]*)', 2), ''), stem);
comment on macro whole_word is 'The first word in said that begins with a stem; the stem where there is none.';

-- What a claim is of, in words of its text. `measure` is the stem by which claims are compared.
create or replace macro measured(kind, subject, predicate, object, unit, measure) as coalesce(
    case
        when kind = 'role' then nullif(lower(trim(predicate)), '')
        when kind <> 'quantity' then null
        when unit like '{%' or unit = '%' then coalesce(noun_phrase(object), noun_phrase(subject))
        else coalesce(noun_phrase(subject), noun_phrase(object))
    end,
    whole_word(measure, concat_ws(' ', object, unit, subject, predicate))
);
comment on macro measured is 'What a claim is of, in words of its text: the noun of a figure, the post of a role, the kind of an event.';
