-- What a query may be made of beside tables and columns: keywords, functions, macros.
select keyword_name as word from duckdb_keywords() where keyword_category <> 'unreserved' or length(keyword_name) > 3
union
select function_name from duckdb_functions() where regexp_matches(function_name, '^[a-z][a-z0-9_]{2,}$')
order by word
