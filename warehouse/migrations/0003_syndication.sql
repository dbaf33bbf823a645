-- Which articles are copies of one story, why, who had it first, and what people decided about it.
create table syndication (
    article_id varchar not null,
    of_article_id varchar not null,
    relation varchar not null,
    containment double not null,
    jaccard double not null,
    shared_words integer not null,
    rule varchar not null
);
comment on table syndication is 'Why two articles belong together (or, for template_sibling, why they do not although they look alike). The rows of a story form a tree with its original at the root.';
comment on column syndication.article_id is 'The copy.';
comment on column syndication.of_article_id is 'What it is a copy of.';
comment on column syndication.relation is 'duplicate; revision (same outlet); excerpt (less than 60 % of the other); template_sibling (same template, other figures: another story).';
comment on column syndication.containment is 'Share of the shorter text that stands in the longer one, 0 to 1, boilerplate not counted.';
comment on column syndication.jaccard is 'Share of both texts together that they have in common, 0 to 1, boilerplate not counted.';
comment on column syndication.shared_words is 'About how many words they share.';
comment on column syndication.rule is 'What decided: exact, near, figures, entry_key, person.';

create table reuse (
    article_id varchar not null,
    start_char integer not null,
    end_char integer not null,
    of_article_id varchar not null,
    of_start_char integer not null,
    of_end_char integer not null,
    words integer not null
);
comment on table reuse is 'A passage that one article borrows from another of a different story, word for word or lightly edited.';
comment on column reuse.article_id is 'The later article.';
comment on column reuse.start_char is 'Start in its article_body, in code points from 0.';
comment on column reuse.end_char is 'End, exclusive.';
comment on column reuse.of_article_id is 'The earlier article.';
comment on column reuse.of_start_char is 'Start in the earlier article''s body.';
comment on column reuse.of_end_char is 'End, exclusive.';
comment on column reuse.words is 'Words in the passage, about.';

create table story_original (
    story_id varchar not null,
    article_id varchar not null,
    evidence varchar not null,
    credited varchar
);
comment on table story_original is 'The elected original of each story with more than one article.';
comment on column story_original.story_id is 'The story.';
comment on column story_original.article_id is 'The elected original.';
comment on column story_original.evidence is 'What elected it: credit, canonical_link, agency, earliest, most_complete or person.';
comment on column story_original.credited is 'Whom the copies name as the source, whether or not its article is here.';

create table story_event (
    happened_at timestamptz not null,
    kind varchar not null,
    story_id varchar not null,
    article_id varchar not null,
    previous varchar,
    detail varchar
);
comment on table story_event is 'What changed in stories over time: originals replaced, and what people decided.';
comment on column story_event.happened_at is 'When, UTC.';
comment on column story_event.kind is 'original_changed, split or merge.';
comment on column story_event.story_id is 'The story.';
comment on column story_event.article_id is 'The article it is about (for original_changed: the new original).';
comment on column story_event.previous is 'For original_changed: the original before. For split and merge: the other article.';
comment on column story_event.detail is 'The evidence, or the note of the person who decided.';

create table story_decision (
    decided_at timestamptz not null,
    decision varchar not null,
    article_id varchar not null,
    other_article_id varchar not null,
    note varchar
);
comment on table story_decision is 'What people decided about stories. Articles are named by content, so a decision outlives reprocessing; the last one on a pair counts.';
comment on column story_decision.decided_at is 'When, UTC.';
comment on column story_decision.decision is 'split (the two are different stories), merge (they are one), or same_entry (a feed gave both as one entry: versions of one text).';
comment on column story_decision.article_id is 'One article.';
comment on column story_decision.other_article_id is 'The other article.';
comment on column story_decision.note is 'Why, in the person''s words.';

create table wording (
    wording_no integer not null,
    exact ubigint not null,
    letters integer not null,
    samples integer not null,
    live integer not null,
    roundup boolean not null,
    root_no integer not null,
    figures blob
);
comment on table wording is 'Internal: a distinct text (its letters and digits), however often it was printed.';
comment on column wording.wording_no is 'Number: the article_no of its first printing to arrive.';
comment on column wording.exact is 'First 64 bits of article.body_hash.';
comment on column wording.letters is 'Letters and digits in the text.';
comment on column wording.samples is 'Sampled shingles.';
comment on column wording.live is 'Sampled shingles that are not boilerplate.';
comment on column wording.roundup is 'Whether it strings several stories together and therefore stays alone.';
comment on column wording.root_no is 'The wording at the root of its tree of copies.';
comment on column wording.figures is 'Its figures in context: rows of five little-endian 64-bit numbers (left, right, value, before, after).';

create table printing (
    article_no integer not null,
    article_id varchar not null,
    wording_no integer not null,
    outlet uinteger,
    headline uinteger not null,
    day integer
);
comment on table printing is 'Internal: an article as one printing of a wording.';
comment on column printing.article_no is 'Number in order of arrival.';
comment on column printing.article_id is 'The article.';
comment on column printing.wording_no is 'What it prints.';
comment on column printing.outlet is 'Checksum of the outlet''s name; NULL when unknown.';
comment on column printing.headline is 'Checksum of the headline''s letters.';
comment on column printing.day is 'Day of publication since 1970-01-01; NULL when unknown.';

create table wording_hash (
    hash uinteger not null,
    article_no integer not null,
    wording_no integer not null,
    day integer,
    lead boolean not null
);
comment on table wording_hash is 'Internal: the sampled shingles of every printing.';
comment on column wording_hash.hash is 'Low 32 bits of the shingle''s hash.';
comment on column wording_hash.article_no is 'The printing.';
comment on column wording_hash.wording_no is 'The wording.';
comment on column wording_hash.day is 'Day of publication, as in printing.';
comment on column wording_hash.lead is 'Whether this is the first printing of the wording on that day: only these are compared.';

create table stop_hash (
    hash uinteger not null,
    settled boolean not null
);
comment on table stop_hash is 'Internal: shingles that outlets print under many headlines: boilerplate, no evidence of copying.';
comment on column stop_hash.hash is 'The hash.';
comment on column stop_hash.settled is 'Whether every wording that has it was judged again since it was learned.';

create table kin (
    wording_no integer not null,
    kind varchar not null,
    of_no integer not null,
    shared integer not null,
    containment double not null,
    jaccard double not null
);
comment on table kin is 'Internal: for each wording the longer wording it is most likely a copy of, and the likeliest sibling by template.';
comment on column kin.wording_no is 'The shorter wording.';
comment on column kin.kind is 'copy or sibling.';
comment on column kin.of_no is 'The longer wording.';
comment on column kin.shared is 'Sampled shingles they share.';
comment on column kin.containment is 'Share of the shorter one''s.';
comment on column kin.jaccard is 'Share of all of both.';

create table unsettled (
    wording_no integer not null
);
comment on table unsettled is 'Internal: wordings to judge again at the end of the run.';
comment on column unsettled.wording_no is 'The wording.';

create table reuse_candidate (
    one_no integer not null,
    other_no integer not null
);
comment on table reuse_candidate is 'Internal: pairs of wordings that share something and are no copies, to be compared at the end of the run.';
comment on column reuse_candidate.one_no is 'One wording.';
comment on column reuse_candidate.other_no is 'The other.';

create table agency (
    name varchar not null
);
comment on table agency is 'News agencies: the likely original when one story stands in several outlets.';
comment on column agency.name is 'Name, as in article.publisher.';
