-- What documents say: articles, their passages, and every edit between raw and clean.
create table article (
    article_id varchar not null,
    raw_document_id varchar not null,
    story_id varchar,
    url varchar,
    canonical_url varchar,
    headline varchar,
    byline varchar,
    author varchar[],
    dateline varchar,
    credit_text varchar,
    publisher varchar,
    republisher varchar,
    date_published timestamptz,
    date_published_source varchar,
    date_published_precision varchar,
    date_modified timestamptz,
    in_language varchar,
    genre varchar,
    article_body varchar not null,
    editor_note varchar,
    word_count integer not null,
    body_hash varchar not null,
    parser_version varchar not null,
    recorded_at timestamptz not null
);
comment on table article is 'What a document says: its text in clean form and its newspaper fields (schema.org NewsArticle).';
comment on column article.article_id is 'Id: the first 20 hex digits of the raw document''s SHA-256.';
comment on column article.raw_document_id is 'The bytes it was read from.';
comment on column article.story_id is 'The story it belongs to: copies, excerpts and revisions of one text share it.';
comment on column article.url is 'Where it was published.';
comment on column article.canonical_url is 'The address the page itself names as canonical.';
comment on column article.headline is 'Headline.';
comment on column article.byline is 'The line that names the author, as printed.';
comment on column article.author is 'Names of the authors.';
comment on column article.dateline is 'Place and date at the head of the text, as printed.';
comment on column article.credit_text is 'The credit to an agency or outlet, as printed.';
comment on column article.publisher is 'Whose text it is.';
comment on column article.republisher is 'Who reprinted it, else NULL.';
comment on column article.date_published is 'When it was published, UTC; at the start of the period when the precision is day, month or year.';
comment on column article.date_published_source is 'What gave the date: header, meta, json-ld, feed, dateline, url, filename.';
comment on column article.date_published_precision is 'second, minute, day, month or year.';
comment on column article.date_modified is 'When the publisher last changed it, UTC.';
comment on column article.in_language is 'Language, ISO 639-1.';
comment on column article.genre is 'news, interview, opinion, press_release, analysis …';
comment on column article.article_body is 'The clean text; passages are separated by one blank line.';
comment on column article.editor_note is 'The editor''s note, if any.';
comment on column article.word_count is 'Words in article_body.';
comment on column article.body_hash is 'Hash of the body''s letters and digits, without case, spaces and punctuation.';
comment on column article.parser_version is 'Version of the parsers that made this row.';
comment on column article.recorded_at is 'When it was filed, UTC.';

create table passage (
    article_id varchar not null,
    ordinal integer not null,
    kind varchar not null,
    speaker varchar,
    answers integer,
    start_char integer not null,
    end_char integer not null
);
comment on table passage is 'A block of the body, in reading order.';
comment on column passage.article_id is 'The article.';
comment on column passage.ordinal is 'Place in reading order, from 0.';
comment on column passage.kind is 'paragraph, heading, list_item, question, answer, caption, editor_note, reprint_notice, byline, quote, table or code.';
comment on column passage.speaker is 'Who speaks, in questions and answers.';
comment on column passage.answers is 'For an answer: the ordinal of its question.';
comment on column passage.start_char is 'Start in article_body, in code points from 0.';
comment on column passage.end_char is 'End in article_body, exclusive.';

create table repair (
    article_id varchar not null,
    kind varchar not null,
    raw_start integer not null,
    raw_end integer not null,
    before varchar not null,
    after varchar not null,
    start_char integer not null,
    score double not null,
    rule varchar not null,
    min_missing integer,
    max_missing integer
);
comment on table repair is 'One edit from raw to clean; from these rows and the body the raw text can be rebuilt exactly.';
comment on column repair.article_id is 'The article.';
comment on column repair.kind is 'charset, residue, whitespace, quote_space, word_join, sentence_join, line_join, reorder, gap or suspect.';
comment on column repair.raw_start is 'Start in the decoded raw text, in code points from 0.';
comment on column repair.raw_end is 'End in the decoded raw text, exclusive.';
comment on column repair.before is 'What was printed there.';
comment on column repair.after is 'What stands there now; the same as before for gap, suspect and reorder, which change nothing.';
comment on column repair.start_char is 'Place in article_body.';
comment on column repair.score is 'Confidence, 0 to 1.';
comment on column repair.rule is 'The rule that made the edit.';
comment on column repair.min_missing is 'Gaps: at least so many characters are lost.';
comment on column repair.max_missing is 'Gaps: at most so many.';
