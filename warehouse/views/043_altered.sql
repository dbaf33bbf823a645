create view altered as
select
    a.story_id, l.article_id, l.of_article_id as original_article_id,
    coalesce(a.republisher, a.publisher) as outlet, coalesce(o.republisher, o.publisher) as original_outlet,
    y.relation, l.kind, l.before, l.after, l.before_value, l.before_unit, l.after_value, l.after_unit,
    a.headline, a.date_published, l.start_char, l.end_char, l.of_start_char, l.of_end_char
from alteration l
join article a on a.article_id = l.article_id
join article o on o.article_id = l.of_article_id
left join (
    select article_id, any_value(relation) as relation from syndication where relation not in ('reuse', 'template_sibling') group by article_id
) y on y.article_id = l.article_id;
comment on view altered is 'What a copy, excerpt or other version changed against the original of its story: figures, units, dates, names, negations, quotations, passages, and numbers that only its headline has.';
comment on column altered.story_id is 'The story.';
comment on column altered.article_id is 'The article that differs.';
comment on column altered.original_article_id is 'The original of its story.';
comment on column altered.outlet is 'Who printed the article.';
comment on column altered.original_outlet is 'Who printed the original.';
comment on column altered.relation is 'What the article is in the story: duplicate, excerpt, revision or earlier_version.';
comment on column altered.kind is 'figure, unit, conversion, rounding, date, name, negation, quotation, dropped, added or headline; a conversion or rounding says the same.';
comment on column altered.before is 'The words of the original.';
comment on column altered.after is 'The words of the article.';
comment on column altered.before_value is 'Figures: the value in the original.';
comment on column altered.before_unit is 'Figures: its unit.';
comment on column altered.after_value is 'Figures: the value in the article.';
comment on column altered.after_unit is 'Figures: its unit.';
comment on column altered.headline is 'The article''s headline.';
comment on column altered.date_published is 'When the article was published, UTC.';
comment on column altered.start_char is 'Start in the article''s article_body, in code points from 0.';
comment on column altered.end_char is 'End, exclusive.';
comment on column altered.of_start_char is 'Start in the original''s article_body.';
comment on column altered.of_end_char is 'End, exclusive.';
