-- Every table and view with what it holds; views and plain tables before those the desk keeps for itself.
select table_name, 'table' as kind, coalesce(comment, '') as comment
from duckdb_tables() where not internal and schema_name = 'main' and database_name = current_database()
union all
select view_name, 'view', coalesce(comment, '')
from duckdb_views() where not internal and schema_name = 'main' and database_name = current_database()
order by starts_with(comment, 'Internal'), kind, table_name
