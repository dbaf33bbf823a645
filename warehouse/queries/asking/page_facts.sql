-- A page of facts, those of the latest articles first: of a kind, article, story, entity, time and with words, after the place ($after_key, $after_id).
with chosen as (
    select f.fact_id, coalesce(epoch_us(a.date_published), -9000000000000000000) as key
    from fact f join article a using (article_id)
    where ($kind is null or f.kind = $kind) and ($subtype is null or f.subtype = $subtype)
      and ($article_id is null or f.article_id = $article_id) and ($story_id is null or a.story_id = $story_id)
      and ($about is null or contains(lower(strip_accents(f.exact)), lower(strip_accents($about))))
      and ($since is null or a.date_published >= $since::timestamptz) and ($until is null or a.date_published < $until::timestamptz)
      and ($entity_id is null or f.fact_id in (select fact_id from fact_party where entity_id = $entity_id))
      and ($after_id is null or coalesce(epoch_us(a.date_published), -9000000000000000000) < $after_key::bigint
           or (coalesce(epoch_us(a.date_published), -9000000000000000000) = $after_key::bigint and f.fact_id > $after_id))
    order by key desc, f.fact_id limit $limit
)
select f.fact_id, f.article_id, a.story_id, coalesce(a.republisher, a.publisher) as outlet, coalesce(a.headline, opening(a.article_body)) as headline, a.date_published, f.kind, f.subtype,
       f.subject, f.predicate, f.object, f.value, f.value_high, f.unit, f.bound, f.of_value, f.trend, f.timex_value, f.time_relation,
       f.time_start, f.time_end, f.speaker, f.speaker_role, f.cue, f.quote_type, f.modality, f.polarity, f.certainty, f.place,
       f.exact, f.start_char, f.end_char, f.anchor_start, f.anchor_end, c.key
from chosen c join fact f on f.fact_id = c.fact_id join article a on a.article_id = f.article_id
order by c.key desc, c.fact_id
