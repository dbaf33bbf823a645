-- Whether a claim of the incoming articles meets another that does not agree with it.
with mine as (select claim_id from claim where article_id in (select article_id from incoming))
select exists(
    from claim_meeting where relation not in ('agrees', 'replaces')
    and (claim_id in (select claim_id from mine) or other_id in (select claim_id from mine))
)
