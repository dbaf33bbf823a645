-- What people say of articles, stories, facts and entities: notes, tags, and whether something is right.
create table note (
    note_id varchar not null primary key,
    about varchar not null,
    article_id varchar,
    fact_id varchar,
    entity_id varchar,
    text varchar not null,
    author varchar not null,
    noted_at timestamptz not null
);
comment on table note is 'Notes of people on articles, stories, facts and entities. Kept when articles are reprocessed.';
comment on column note.note_id is 'Id.';
comment on column note.about is 'article, story, fact or entity.';
comment on column note.article_id is 'The article, that of the fact, or one of the story; NULL for an entity.';
comment on column note.fact_id is 'The fact, where it is about one.';
comment on column note.entity_id is 'The entity, where it is about one.';
comment on column note.text is 'What was noted.';
comment on column note.author is 'Who noted it.';
comment on column note.noted_at is 'When, UTC.';

create table tag (
    tag varchar not null,
    about varchar not null,
    article_id varchar,
    fact_id varchar,
    entity_id varchar,
    author varchar not null,
    tagged_at timestamptz not null
);
comment on table tag is 'Tags of people on articles, stories, facts and entities; each once. Kept when articles are reprocessed.';
comment on column tag.tag is 'The tag.';
comment on column tag.about is 'article, story, fact or entity.';
comment on column tag.article_id is 'The article, that of the fact, or one of the story; NULL for an entity.';
comment on column tag.fact_id is 'The fact, where it is about one.';
comment on column tag.entity_id is 'The entity, where it is about one.';
comment on column tag.author is 'Who tagged it.';
comment on column tag.tagged_at is 'When, UTC.';

create table judgement (
    judgement_id varchar not null primary key,
    about varchar not null,
    verdict varchar not null,
    article_id varchar not null,
    other_article_id varchar,
    fact_id varchar,
    kind varchar,
    exact varchar,
    start_char integer,
    end_char integer,
    author varchar not null,
    judged_at timestamptz not null,
    note varchar
);
comment on table judgement is 'What people judged right or wrong: a fact, or that two articles are one story. The last one on a thing counts.';
comment on column judgement.judgement_id is 'Id.';
comment on column judgement.about is 'fact or pair.';
comment on column judgement.verdict is 'right or wrong.';
comment on column judgement.article_id is 'The article of the fact, or one of the pair.';
comment on column judgement.other_article_id is 'The other of the pair; NULL for a fact.';
comment on column judgement.fact_id is 'The fact; NULL for a pair.';
comment on column judgement.kind is 'Its kind when it was judged.';
comment on column judgement.exact is 'The words of its evidence.';
comment on column judgement.start_char is 'Where they start in article_body, in code points from 0.';
comment on column judgement.end_char is 'End, exclusive.';
comment on column judgement.author is 'Who judged.';
comment on column judgement.judged_at is 'When, UTC.';
comment on column judgement.note is 'Why, in the person''s words.';
