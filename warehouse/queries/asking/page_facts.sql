-- A page of facts, those of the latest articles first: of a kind, article, story, entity, time and with words, after the place ($after_key, $after_id).
-- Only of the $latest articles that may have one, or (null) of all; $piece is a part of a word that the wanted words hold.
with holding as materialized (
    select article_id from search_document where document in (
        select unnest(documents) from search_posting where term_id in (select term_id from search_term where contains(term, $piece)))
),
candidate as materialized (
    select article_id, a.rowid as line, coalesce(epoch_us(date_published), -9000000000000000000) as key, lower(strip_accents($about)) as words
    from article a
    where ($article_id is null or article_id = $article_id) and ($story_id is null or story_id = $story_id)
      and ($since is null or date_published >= $since::timestamptz) and ($until is null or date_published < $until::timestamptz)
      and ($after_id is null or coalesce(epoch_us(date_published), -9000000000000000000) <= $after_key::bigint)
      and ($piece is null or article_id in (from holding))
    qualify $latest is null or rank() over (order by coalesce(epoch_us(date_published), -9000000000000000000) desc) <= $latest
),
chosen as materialized (
    select f.rowid as line, f.fact_id, c.line as article_line, c.key
    from fact f join candidate c on c.article_id = f.article_id
        and (c.words is null or contains(lower(strip_accents(f.exact)), c.words))  -- of both sides: only facts of candidates are folded
    where ($kind is null or f.kind = $kind) and ($subtype is null or f.subtype = $subtype)
      and ($entity_id is null or f.fact_id in (select fact_id from fact_party where entity_id = $entity_id))
      and ($after_id is null or c.key < $after_key::bigint or (c.key = $after_key::bigint and f.fact_id > $after_id))
    order by c.key desc, f.fact_id limit $limit
)
select f.fact_id, f.article_id, a.story_id, coalesce(a.republisher, a.publisher) as outlet, coalesce(a.headline, opening(a.article_body)) as headline, a.date_published, f.kind, f.subtype,
       f.subject, f.predicate, f.object, f.value, f.value_high, f.unit, f.bound, f.of_value, f.trend, f.timex_value, f.time_relation,
       f.time_start, f.time_end, f.speaker, f.speaker_role, f.cue, f.quote_type, f.modality, f.polarity, f.certainty, f.place,
       f.exact, f.start_char, f.end_char, f.anchor_start, f.anchor_end, c.key
from chosen c join fact f on f.rowid = c.line join article a on a.rowid = c.article_line
order by c.key desc, c.fact_id
