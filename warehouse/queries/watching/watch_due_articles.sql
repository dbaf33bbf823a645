-- Articles that no watch has looked at yet, the earliest published first.
select a.article_id from article a semi join watch_due d using (article_id)
order by a.date_published nulls last, a.article_id
