-- What copies changed against the original of their story.
create table alteration (
    article_id varchar not null,
    of_article_id varchar not null,
    kind varchar not null,
    before varchar,
    after varchar,
    of_start_char integer,
    of_end_char integer,
    start_char integer,
    end_char integer,
    before_value double,
    before_unit varchar,
    after_value double,
    after_unit varchar
);
comment on table alteration is 'A difference of an article from the original of its story, found by laying both texts side by side.';
comment on column alteration.article_id is 'The copy, excerpt or other version.';
comment on column alteration.of_article_id is 'The original of its story.';
comment on column alteration.kind is 'figure (another value), unit (the value in another unit), conversion (the same amount in another unit), rounding, date, name, negation, quotation (words of it cut, added or exchanged), dropped (a passage), added (a passage) or headline (a number in the headline that neither text prints).';
comment on column alteration.before is 'The words of the original; NULL for what was added.';
comment on column alteration.after is 'The words of the copy; NULL for what was dropped.';
comment on column alteration.of_start_char is 'Start in the original''s article_body, in code points from 0.';
comment on column alteration.of_end_char is 'End, exclusive.';
comment on column alteration.start_char is 'Start in the copy''s article_body, in code points from 0; NULL for what was dropped and for headlines.';
comment on column alteration.end_char is 'End, exclusive.';
comment on column alteration.before_value is 'Figures: the value in the original.';
comment on column alteration.before_unit is 'Figures: its unit (UCUM, ISO 4217 or {noun}).';
comment on column alteration.after_value is 'Figures: the value in the copy.';
comment on column alteration.after_unit is 'Figures: its unit.';

create table alteration_pair (
    article_id varchar not null,
    of_article_id varchar not null
);
comment on table alteration_pair is 'Internal: articles that were compared with the original of their story.';
comment on column alteration_pair.article_id is 'The copy.';
comment on column alteration_pair.of_article_id is 'The original.';
