-- How many articles are still to be derived again.
select count(*) from article where article_id > $after and (not $old_only or parser_version <> $parser_version)
