-- The names of all tables and views.
select table_name from duckdb_tables() where not internal
union all select view_name from duckdb_views() where not internal
