-- Articles that match a search, by outlet and time of publication.
select * from search($query)
where ($since is null or date_published >= $since::timestamptz) and ($until is null or date_published < $until::timestamptz)
  and ($publisher is null or contains(lower(strip_accents(publisher)), lower(strip_accents($publisher))))
limit $limit
