-- The measures and amounts of money in the incoming articles, in reading order.
select f.article_id, f.value, f.unit, f.value_si, f.unit_si
from fact f semi join incoming i using (article_id)
where f.kind = 'quantity' and f.value is not null and f.value_high is null
order by f.article_id, f.anchor_start, f.value
