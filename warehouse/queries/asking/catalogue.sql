-- Every column of every table and view, in the order of the catalogue; tables first.
select c.table_name, if(v.view_name is null, 'table', 'view') as kind, c.column_name, c.data_type, c.comment
from duckdb_columns() c
left join duckdb_views() v on v.view_name = c.table_name and not v.internal
where not c.internal and c.schema_name = 'main' and c.database_name = current_database()
order by kind, c.table_name, c.column_index
