create view interview as
with question as (
    select article_id, ordinal, row_number() over (partition by article_id order by ordinal) as number, speaker, start_char, end_char
    from passage where kind = 'question'
),
answer as (
    select p.article_id, p.answers, min(p.speaker) as speaker, min(p.start_char) as start_char, max(p.end_char) as end_char,
           string_agg(substring(a.article_body, p.start_char + 1, p.end_char - p.start_char), E'\n\n' order by p.ordinal) as answer
    from passage p join article a using (article_id)
    where p.kind = 'answer'
    group by p.article_id, p.answers
)
select
    a.article_id, a.story_id, a.publisher, a.headline, a.date_published,
    q.number,
    q.speaker as question_speaker,
    substring(a.article_body, q.start_char + 1, q.end_char - q.start_char) as question,
    n.speaker as answer_speaker,
    n.answer,
    q.start_char as question_start, q.end_char as question_end, n.start_char as answer_start, n.end_char as answer_end
from question q
join article a using (article_id)
left join answer n on n.article_id = q.article_id and n.answers = q.ordinal;
comment on view interview is 'Interviews as questions and answers, paired even where all questions were printed first.';
comment on column interview.article_id is 'The article.';
comment on column interview.story_id is 'Its story: copies of one text share it.';
comment on column interview.publisher is 'Whose text it is.';
comment on column interview.headline is 'Its headline.';
comment on column interview.date_published is 'When it was published, UTC.';
comment on column interview.number is 'Which question, from 1.';
comment on column interview.question_speaker is 'Who asks.';
comment on column interview.question is 'The question.';
comment on column interview.answer_speaker is 'Who answers.';
comment on column interview.answer is 'The answer; its paragraphs apart by a blank line.';
comment on column interview.question_start is 'Start of the question in article_body.';
comment on column interview.question_end is 'Its end, exclusive.';
comment on column interview.answer_start is 'Start of the answer in article_body.';
comment on column interview.answer_end is 'Its end, exclusive.';
