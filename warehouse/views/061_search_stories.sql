-- A story is shown by its original where that is among the articles found, else by the best of them.
create or replace macro story_hits(query, since, until, outlet) as table
select
    s.story_id, max(s.score) as score, count(*) as matching,
    arg_max(s.article_id, (coalesce(o.article_id = s.article_id, false), s.score, -epoch(coalesce(s.date_published, 'infinity'::timestamptz)), s.article_id)) as article_id
from search(query) s left join story_original o using (story_id)
where (since is null or s.date_published >= since::timestamptz) and (until is null or s.date_published < until::timestamptz)
  and (outlet is null or contains(lower(strip_accents(s.publisher)), lower(strip_accents(outlet))))
group by s.story_id;
comment on macro table story_hits is 'Stories with articles that search(…) finds, of a time and an outlet (NULL: any): the score of the best, how many match, and the article that shows the story.';

create or replace macro search_stories(query) as table
with best as (from story_hits(query, null, null, null)),
printed as (
    select story_id, count(*) as articles, count(distinct coalesce(republisher, publisher)) as outlets
    from article where story_id in (select story_id from best) group by story_id
)
select story_id, b.article_id, b.score, a.headline, a.publisher, a.date_published, b.matching, p.articles, p.outlets
from best b join printed p using (story_id) join article a on a.article_id = b.article_id
order by b.score desc, a.date_published desc, b.article_id;
comment on macro table search_stories is 'Stories with articles that search(…) finds, one row a story, best first: its original if that is found, else its best article; matching: how many of its articles are found; articles, outlets: how many there are.';

-- Articles that search(…) finds, counted by outlet, language, genre and day.
create or replace macro search_facets(query) as table
select facet, value, count(*) as articles, count(distinct story_id) as stories
from (
    select a.story_id, unnest(['outlet', 'language', 'genre', 'day']) as facet,
           unnest([coalesce(a.republisher, a.publisher), a.in_language, a.genre, strftime(a.date_published, '%Y-%m-%d')]) as value
    from search(query) join article a using (article_id)
)
group by facet, value
order by facet, articles desc, value;
comment on macro table search_facets is 'Articles and stories that search(…) finds, counted by outlet, language, genre and day: search_facets(''ferry'').';
