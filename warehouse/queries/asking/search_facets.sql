-- Articles that match a search with filters, counted by outlet, language, genre and day; the values with the most articles of each, with $named without articles that have none.
select facet, value, count(*) as articles, count(distinct story_id) as stories
from (
    select a.story_id, unnest(['outlet', 'language', 'genre', 'day']) as facet,
           unnest([coalesce(a.republisher, a.publisher), a.in_language, a.genre, strftime(a.date_published, '%Y-%m-%d')]) as value
    from search($query) s join article a using (article_id)
    where ($since is null or s.date_published >= $since::timestamptz) and ($until is null or s.date_published < $until::timestamptz)
      and ($publisher is null or contains(lower(strip_accents(s.publisher)), lower(strip_accents($publisher))))
      and ($outlet is null or coalesce(a.republisher, a.publisher) = $outlet) and ($language is null or a.in_language = $language)
      and ($genre is null or a.genre = $genre)
)
where value is not null or not $named
group by facet, value
qualify row_number() over (partition by facet order by count(*) desc, value) <= $limit
order by list_position(['outlet', 'language', 'genre', 'day'], facet), articles desc, value
