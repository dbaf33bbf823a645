-- The names of our own macros that give tables.
select distinct function_name from duckdb_functions() where function_type = 'table_macro' and not internal
