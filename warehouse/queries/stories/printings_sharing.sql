-- Every printing within those days that has one of the incoming shingles: the one large scan of a batch.
select h.hash, h.article_no from wording_hash h semi join incoming i using (hash) where h.day between $first_day and $last_day
union all
select h.hash, h.article_no from wording_hash h semi join incoming i using (hash) where h.day is null
