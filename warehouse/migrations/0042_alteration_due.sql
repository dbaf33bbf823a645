-- Which articles' places in stories changed: only they are looked at when copies are compared with their originals.
create table alteration_due (
    article_id varchar not null
);
comment on table alteration_due is 'Internal: articles whose story or original changed, or that were filed anew, until the end of the run.';
comment on column alteration_due.article_id is 'The article.';
insert into alteration_due
select distinct article_id
from (
    select a.article_id, o.article_id as of_article_id
    from story_original o join article a using (story_id)
    where a.article_id <> o.article_id
) w full join alteration_pair p using (article_id, of_article_id)
where w.article_id is null or p.article_id is null;
