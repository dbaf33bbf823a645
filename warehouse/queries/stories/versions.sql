-- The texts of the incoming articles with what was found in them: figures, dates, mentions, each by place.
with found as (
    select
        f.article_id,
        list((f.anchor_start, f.anchor_end, f.value, f.value_high, f.unit, f.value_si, f.unit_si) order by f.anchor_start, f.anchor_end)
            filter (f.kind = 'quantity' and f.value is not null and f.subtype <> 'ordinal') as figures,
        list((f.anchor_start, f.anchor_end, f.timex_value) order by f.anchor_start, f.anchor_end)
            filter (f.kind = 'time' and f.timex_type = 'DATE') as days
    from fact f semi join incoming i using (article_id)
    where f.kind in ('quantity', 'time') and f.anchor_start is not null
    group by f.article_id
),
named as (
    select m.article_id, list((m.start_char, m.end_char, m.entity_id, e.entity_type) order by m.start_char, m.end_char) as names
    from mention m semi join incoming i using (article_id) join entity e using (entity_id)
    group by m.article_id
)
select a.article_id, a.article_body, a.headline, f.figures, f.days, n.names, a.publisher, a.republisher
from article a semi join incoming i using (article_id) left join found f using (article_id) left join named n using (article_id)
