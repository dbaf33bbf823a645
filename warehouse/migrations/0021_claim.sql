-- Claims: facts in the form in which those of one article can be compared with those of others, and which of them meet.
-- Articles that are already filed have none until `newsdesk reprocess` reads them again.
create table claim (
    article_id varchar not null,
    claim_id ubigint not null,
    fact_id varchar not null,
    kind varchar not null,
    measure varchar not null,
    subtype varchar,
    heads varchar[],
    near varchar[],
    words varchar[],
    names varchar[],
    whose varchar[],
    heading uinteger,
    title varchar[],
    theme varchar[],
    about varchar[],
    places varchar[],
    about_places varchar[],
    entities varchar[],
    unit varchar,
    value double,
    low double,
    high double,
    digits integer,
    vague boolean,
    beside double[],
    also_unit varchar,
    also_low double,
    also_high double,
    told double[],
    link varchar,
    base boolean,
    replaces double,
    trend varchar,
    dates varchar[],
    time_start varchar,
    time_end varchar,
    day integer,
    polarity varchar not null,
    speaker varchar,
    partial boolean,
    plain boolean
);
comment on table claim is 'One comparable assertion of a fact: of whom, what, how much, when, by whom. Only certain facts that are asserted or denied make claims.';
comment on column claim.article_id is 'The article.';
comment on column claim.claim_id is 'What is claimed: copies that print the same words on the same day have the same id.';
comment on column claim.fact_id is 'The fact.';
comment on column claim.kind is 'figure, event, role or quotation.';
comment on column claim.measure is 'The concept that is measured (dead, profit), the kind of event, or the post.';
comment on column claim.subtype is 'As in fact.';
comment on column claim.heads is 'Stems that name what is measured.';
comment on column claim.near is 'Stems beside the figure.';
comment on column claim.words is 'Stems of the sentence.';
comment on column claim.names is 'Words of the names in the sentence, spellings folded.';
comment on column claim.whose is 'Words of names, and countries, in the subject.';
comment on column claim.heading is 'A hash of the headline: notices that come again have the same one.';
comment on column claim.title is 'Words of names in the headline.';
comment on column claim.theme is 'Stems of the headline.';
comment on column claim.about is 'Words of the names that the article is about.';
comment on column claim.places is 'Countries in the sentence (ISO 3166).';
comment on column claim.about_places is 'Countries that the article is about, and the place it was written in.';
comment on column claim.entities is 'Whom it is about: ids of the entities in the subject, else the one the article is most about.';
comment on column claim.unit is 'Unit for comparison: ISO 4217, SI, 1 for shares and numbers, {} for things counted.';
comment on column claim.value is 'The value in unit.';
comment on column claim.low is 'The least that the words can mean.';
comment on column claim.high is 'The most that the words can mean.';
comment on column claim.digits is 'Significant digits printed.';
comment on column claim.vague is 'Whether the text says about.';
comment on column claim.beside is 'The other values of the sentence.';
comment on column claim.told is 'Other values in this unit anywhere in the article.';
comment on column claim.also_unit is 'Currency in which the same amount is printed beside it.';
comment on column claim.also_low is 'The least that amount can be.';
comment on column claim.also_high is 'The most.';
comment on column claim.link is 'by or to before the figure.';
comment on column claim.base is 'Whether another figure is compared with it.';
comment on column claim.replaces is 'The value that the sentence says this one took the place of.';
comment on column claim.trend is 'As in fact.';
comment on column claim.dates is 'Further dates of the sentence, but for those of the report.';
comment on column claim.time_start is 'For when, if the text says so.';
comment on column claim.time_end is 'End of that time, exclusive.';
comment on column claim.day is 'Day of publication, as days since 1 January of the year 1.';
comment on column claim.polarity is '+ (so) or - (denied).';
comment on column claim.speaker is 'Who says it, if somebody is quoted: an entity id, or the folded name.';
comment on column claim.partial is 'Whether of whom it is is not certain; such a claim is only compared with the value whose place it took.';
comment on column claim.plain is 'Whether its words are enough to know it again in another article.';

create table claim_meeting (
    claim_id ubigint not null,
    other_id ubigint not null,
    relation varchar not null,
    score double not null,
    why varchar not null
);
comment on table claim_meeting is 'Claims of the same thing, in pairs, and what of it.';
comment on column claim_meeting.claim_id is 'The claim with the lower id.';
comment on column claim_meeting.other_id is 'The other.';
comment on column claim_meeting.relation is 'agrees, differs (another value), replaces (the text says one took the place of the other), denies or other_time.';
comment on column claim_meeting.score is 'Points of evidence that they are of the same thing.';
comment on column claim_meeting.why is 'What they have in common.';

create table claim_group (
    claim_id ubigint not null,
    group_id ubigint not null
);
comment on table claim_group is 'Claims that agree with one another, directly or through others; claims that meet none are not here.';
comment on column claim_group.claim_id is 'The claim.';
comment on column claim_group.group_id is 'The lowest id of its group.';

create table claim_key (
    key ubigint not null,
    claim_id ubigint not null,
    day integer
);
comment on table claim_key is 'Internal: keys under which claims can meet.';
comment on column claim_key.key is 'A hash of whom and what.';
comment on column claim_key.claim_id is 'The claim.';
comment on column claim_key.day is 'Day of publication, as in claim.';

create table claim_due (
    claim_id ubigint not null,
    day integer,
    keys ubigint[]
);
comment on table claim_due is 'Internal: claims to look at at the end of the run: new ones with their keys, and those of articles that were taken out.';
comment on column claim_due.claim_id is 'The claim.';
comment on column claim_due.day is 'Day of publication, as in claim.';
comment on column claim_due.keys is 'Its keys; NULL for a claim that was taken out.';
