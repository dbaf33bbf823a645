-- Counts of everything.
select 'articles', count(*) from article
union all select 'stories', count(distinct story_id) from article
union all select 'outlets', count(distinct coalesce(republisher, publisher)) from article
union all select 'facts', count(*) from fact
union all select 'quotations', count(*) from fact where kind = 'quotation'
union all select 'repairs', count(*) from repair where kind not in ('gap', 'suspect', 'truncated')
union all select 'in quarantine', count(*) from quarantine
