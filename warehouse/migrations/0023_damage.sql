-- How damaged each article arrived: of two copies, the sound one is the original of the other.
alter table article add column damage integer default 0;
comment on column article.damage is 'Places where the text as it arrived had lost a space, a stop or words: its repairs of the kinds word_join, sentence_join, gap and suspect.';
update article set damage = r.damage
from (select article_id, count(*) as damage from repair where kind in ('word_join', 'sentence_join', 'gap', 'suspect') group by article_id) r
where r.article_id = article.article_id;
comment on column syndication.relation is 'What the article is to the other: duplicate, revision (a later version of the same outlet), earlier_version (an earlier one), excerpt, reuse or template_sibling.';
comment on column story_original.evidence is 'What elected the original: credit, canonical_link, agency, earliest, undamaged, uncredited, most_complete or person.';
