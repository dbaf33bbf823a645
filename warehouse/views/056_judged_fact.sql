-- What people judged of facts that are filed; a fact that the parsers read otherwise now is another fact.
create view judged_fact as
select j.fact_id, j.article_id, j.verdict, j.author, j.judged_at, j.note
from judgement j
where j.about = 'fact' and j.fact_id in (select fact_id from fact)
qualify row_number() over (partition by j.fact_id order by j.judged_at desc, j.judgement_id) = 1;
comment on view judged_fact is 'Facts that a person judged right or wrong: the last judgement of each. Wrong ones are left out of corroboration, contradiction and superseded.';
comment on column judged_fact.fact_id is 'The fact.';
comment on column judged_fact.article_id is 'Its article.';
comment on column judged_fact.verdict is 'right or wrong.';
comment on column judged_fact.author is 'Who judged.';
comment on column judged_fact.judged_at is 'When, UTC.';
comment on column judged_fact.note is 'Why, in the person''s words.';
