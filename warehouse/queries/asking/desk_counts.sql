-- Counts of everything in the database.
select 'articles', count(*) from article
union all select 'stories', count(distinct story_id) from article
union all select 'raw documents', count(*) from raw_document
union all select 'arrivals', count(*) from arrival
union all select 'in quarantine', count(*) from quarantine
