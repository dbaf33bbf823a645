-- Rows whose article is missing.
select sum(orphans) from (
    select count(*) as orphans from passage where article_id not in (select article_id from article)
    union all select count(*) from repair where article_id not in (select article_id from article)
    union all select count(*) from fact where article_id not in (select article_id from article)
    union all select count(*) from mention where article_id not in (select article_id from article)
    union all select count(*) from syndication where article_id not in (select article_id from article) or of_article_id not in (select article_id from article)
    union all select count(*) from reuse where article_id not in (select article_id from article) or of_article_id not in (select article_id from article)
    union all select count(*) from search_document where article_id not in (select article_id from article)
    union all select count(*) from claim where article_id not in (select article_id from article)
)
