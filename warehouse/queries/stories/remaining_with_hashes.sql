-- The printings other than those of the named ones that have the incoming shingles.
select h.hash, h.article_no from wording_hash h semi join incoming i using (hash)
where h.article_no not in (select unnest($gone::integer[]))
order by h.hash, h.article_no
