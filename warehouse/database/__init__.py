"""The database file: connection, locks, place on disk, migrations, publication, and the SQL that ships."""
