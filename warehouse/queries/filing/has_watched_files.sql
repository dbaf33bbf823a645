-- Whether the database is new enough to remember files.
select count(*) = 1 from duckdb_tables() where table_name = 'watched_file'
