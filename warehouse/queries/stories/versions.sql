-- The texts of the incoming articles with what was found in them: figures, dates, mentions, each by place.
select
    a.article_id, a.article_body, a.headline,
    (select list((f.anchor_start, f.anchor_end, f.value, f.value_high, f.unit, f.value_si, f.unit_si) order by f.anchor_start, f.anchor_end)
     from fact f where f.article_id = a.article_id and f.kind = 'quantity' and f.value is not null and f.anchor_start is not null and f.subtype <> 'ordinal') as figures,
    (select list((f.anchor_start, f.anchor_end, f.timex_value) order by f.anchor_start, f.anchor_end)
     from fact f where f.article_id = a.article_id and f.kind = 'time' and f.timex_type = 'DATE' and f.anchor_start is not null) as days,
    (select list((m.start_char, m.end_char, m.entity_id, e.entity_type) order by m.start_char, m.end_char)
     from mention m join entity e using (entity_id) where m.article_id = a.article_id) as names,
    a.publisher, a.republisher
from article a semi join incoming i using (article_id)
