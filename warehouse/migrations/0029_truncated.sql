-- A repair can say that a line was cut off.
comment on column repair.kind is 'charset, residue, whitespace, quote_space, word_join, sentence_join, line_join, reorder, gap, suspect or truncated.';
comment on column fact_party.role is 'What the entity is in the fact: subject, speaker, person, organisation, party, agent, patient, counterpart (whom something is bought from, sold to or left), place, project …';
