-- What an outlet printed: as republisher, or as publisher of what nobody republished.
select article_id from article where lower(coalesce(republisher, publisher)) = lower($name) order by 1
