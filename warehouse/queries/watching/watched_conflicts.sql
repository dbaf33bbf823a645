-- Statements of the incoming articles that cannot be right together with another's: as the view contradiction has them.
with pair as (
    select one, other, how, score, why from claim_conflict where how in ('disagreement', 'denial', 'time')
),
side as (
    select one as mine, other as theirs, score, why from pair where one.article_id in (select article_id from incoming)
    union all
    select other, one, score, why from pair where other.article_id in (select article_id from incoming)
)
select s.mine.article_id, s.mine.fact_id, f.exact, f.start_char, f.end_char, s.theirs.article_id, a.headline,
       s.theirs.publisher, s.theirs.exact, a.in_language
from side s join fact f on f.fact_id = s.mine.fact_id join article a on a.article_id = s.mine.article_id
order by score desc, f.start_char, f.fact_id, s.theirs.article_id
