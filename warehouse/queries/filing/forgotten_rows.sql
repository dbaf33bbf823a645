-- What goes with the incoming articles: rows by table.
select 'article' as name, count(*) as n from article semi join incoming using (article_id)
union all select 'passage', count(*) from passage semi join incoming using (article_id)
union all select 'repair', count(*) from repair semi join incoming using (article_id)
union all select 'fact', count(*) from fact semi join incoming using (article_id)
union all select 'quotation', count(*) from fact semi join incoming using (article_id) where kind = 'quotation'
union all select 'mention', count(*) from mention semi join incoming using (article_id)
union all select 'syndication', count(*) from syndication where article_id in (select article_id from incoming) or of_article_id in (select article_id from incoming)
union all select 'reuse', count(*) from reuse where article_id in (select article_id from incoming) or of_article_id in (select article_id from incoming)
union all select 'decision of a person', count(*) from story_decision where article_id in (select article_id from incoming) or other_article_id in (select article_id from incoming)
union all select 'story reconciled', count(distinct story_id) from article
    where story_id in (select story_id from article semi join incoming using (article_id)) and article_id not in (select article_id from incoming)
