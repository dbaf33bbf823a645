-- Whether a fact is so, and how sure its parts are. Facts that are already filed count as so; their parts were read from the
-- nearest words, which is weak evidence: `newsdesk reprocess` reads them again.
alter table fact add column polarity varchar default '+';
alter table fact add column certainty varchar default 'likely';
comment on column fact.polarity is '+ (so), - (denied) or ? (asked, supposed, doubted).';
comment on column fact.certainty is 'certain: its parts are in the words of its clause; likely: part of it was read from weaker evidence.';
comment on column fact.kind is 'quantity, time, quotation, agreement, event, project, role, alias or denial (an event or agreement that the text denies).';
comment on column fact.modality is 'asserted, planned, target, proposed or claimed; denied or hypothetical where polarity is not + and nothing else says how it is meant.';
