"""A mirror as a SQLite file, for Datasette and everything else that reads SQLite: keys, indexes, full-text search.

Lists and records are JSON text (`json_each`), times are ISO 8601 in UTC, and truth is 0 or 1.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from parsers.errors import MirrorFailed, UsageError
from warehouse.mirrors.relations import DIGEST, KEYS, Relation
from warehouse.mirrors.tables import TableMirror
from warehouse.mirrors.targets import BOOK, Held, Reading, Rows, plainly

WAIT_SECONDS = 60.0
"""How long another program that writes to the file is waited for."""

TIME = "strftime({column} at time zone 'UTC', '%Y-%m-%dT%H:%M:%S') || case when microsecond({column}) % 1000000 = 0 then '' else strftime({column} at time zone 'UTC', '.%f') end || 'Z'"

TYPES: dict[str, tuple[str, str]] = {
    "VARCHAR": ("text", "{column}"),
    "BLOB": ("blob", "{column}"),
    "DOUBLE": ("real", "{column}"),
    "BOOLEAN": ("integer", "{column}::integer"),
    "TINYINT": ("integer", "{column}"),
    "SMALLINT": ("integer", "{column}"),
    "INTEGER": ("integer", "{column}"),
    "BIGINT": ("integer", "{column}"),
    "UINTEGER": ("integer", "{column}"),
    "UBIGINT": ("text", "{column}::varchar"),
    "TIMESTAMP WITH TIME ZONE": ("text", TIME),
    "TIMESTAMP": ("text", "strftime({column}, '%Y-%m-%dT%H:%M:%S')"),
    "DATE": ("text", "{column}::varchar"),
}
"""SQLite's type, and how DuckDB gives the value; numbers above 2^63 are text. Other types are JSON."""

JSON = ("text", "to_json({column})::varchar")

INDEXED = ("publisher", "date_published", "story_id", "article_id", "kind", "unit", "speaker", "time_start", "name")
"""Columns that people filter by, beside those that point to another relation."""

FTS = "article_fts"
SEARCHED = ("headline", "article_body")
TRIGGERS = (
    f"create trigger if not exists article_fts_insert after insert on article begin "
    f"insert into {FTS}(rowid, headline, article_body) values (new.rowid, new.headline, new.article_body); end",
    f"create trigger if not exists article_fts_delete after delete on article begin "
    f"insert into {FTS}({FTS}, rowid, headline, article_body) values ('delete', old.rowid, old.headline, old.article_body); end",
)


@contextmanager
def opened(path: Path) -> Iterator[SqliteMirror]:
    """Open the file, or make it. Raises UsageError when it is something else, MirrorFailed when SQLite cannot write."""
    if not path.parent.is_dir():
        raise UsageError(f"the folder {path.parent} does not exist")
    new = not path.exists()
    try:
        with closing(sqlite3.connect(path, timeout=WAIT_SECONDS, isolation_level=None)) as connection:
            if not new:  # readers go on reading while a few changes are written; of a new file there are none
                connection.execute("pragma cache_spill = off")
            connection.execute("pragma secure_delete = on")
            connection.execute("begin immediate")
            yield SqliteMirror(connection, path)
            connection.execute("commit")
    except sqlite3.Error as error:
        raise MirrorFailed(str(path), _meaning(error)) from error


def _meaning(error: sqlite3.Error) -> str:
    said = str(error)
    if "not a database" in said:
        return "this file exists and is no SQLite database; name another"
    if "locked" in said or "busy" in said:
        return f"another program is writing to it and did not finish within {WAIT_SECONDS:.0f} s; run the command again"
    if "readonly" in said or "unable to open" in said:
        return f"it cannot be written to ({said}); change the permissions of the file and its folder, or name another"
    if "full" in said:
        return "the disk is full; nothing was changed"
    return said


class SqliteMirror(TableMirror):
    """The open file, in one transaction."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        super().__init__()
        self._run = connection.execute
        self._many = connection.executemany
        self._path = path

    def held(self) -> dict[str, Held]:
        """The relations that it has, by name."""
        self._run(
            f"create table if not exists {BOOK} (relation text primary key, desk, forgotten, shape, rows integer)"
        )
        found = self._run(f"select relation, desk, forgotten, shape, rows from {BOOK} order by rowid").fetchall()
        return {name: Held.read(*said) for name, *said in found}

    def execute(self, statement: str) -> object:
        """Execute a statement."""
        return self._run(statement)

    def table(self, relation: Relation) -> str:
        """The table's name in SQL."""
        return f'"{relation.name}"'

    def declared(self, name: str, kind: str) -> str:
        """A column and its type in SQLite."""
        return f'"{name}" {TYPES.get(kind, JSON)[0]}'

    def beside(self, relation: Relation) -> tuple[str, ...]:
        """The digest, the key, and what columns point to where the other relation has a key of that name."""
        key = [f"primary key ({', '.join(relation.key)})"] if relation.key else []
        parents = (
            f'foreign key ("{n}") references "{parent}" ({KEYS[parent][0]})' for n, parent in relation.parents.items()
        )
        return (f"{DIGEST} text not null", *key, *parents)

    def has(self, relation: Relation) -> bool:
        """Whether there is a table of this name."""
        return bool(self._run("select 1 from sqlite_master where name = ?", [relation.name]).fetchall())

    def strange(self, relation: Relation) -> str:
        """What to say when newsdesk did not make it."""
        return f"{self._path} has a table {relation.name} that newsdesk did not make; name another file"

    def digests(self, relation: Relation) -> Any:  # noqa: ANN401 - pyarrow has no types
        """The digests of the rows that it has."""
        import pyarrow as pa

        found = self._run(f'select {DIGEST} from "{relation.name}"')
        return pa.table({DIGEST: pa.array((row[0] for row in found), pa.string())})

    def reading(self, relation: Relation) -> Reading:
        """The relation as it is."""
        return plainly(relation, TYPES, JSON)

    def take_out(self, relation: Relation, gone: Any) -> None:  # noqa: ANN401 - pyarrow has no types
        """Delete the rows whose digest is in `gone`."""
        self._run(f"create temp table if not exists gone ({DIGEST} text primary key)")
        self._many("insert into gone values (?)", ((digest,) for digest in gone[DIGEST].to_pylist()))
        self._run(f"delete from {self.table(relation)} where {DIGEST} in (select {DIGEST} from gone)")
        self._run("delete from gone")

    def add(self, relation: Relation, added: Rows) -> None:
        """Add rows; indexes of a new table are made when its rows are in it."""
        columns = ", ".join(f'"{name}"' for name in added.names)
        places = ", ".join("?" * len(added.names))
        for chunk in added.tuples():
            self._many(f"insert into {self.table(relation)} ({columns}) values ({places})", chunk)

    def rows(self, relation: Relation) -> int:
        """How many rows it has of a relation."""
        ((count,),) = self._run(f"select count(*) from {self.table(relation)}").fetchall()
        return int(count)

    def remember(self, relation: Relation, held: Held) -> None:
        """Note what it has now."""
        if relation.name in self.fresh:
            for statement in _furniture(relation):
                self._run(statement)
        self._run(f"insert or replace into {BOOK} values (?, ?, ?, ?, ?)", held.row(relation.name))

    def erase(self) -> None:
        """Deleted rows are overwritten by SQLite (secure_delete); the word index is merged, so that it keeps none of their words."""
        if self._run("select 1 from sqlite_master where name = ?", [FTS]).fetchall():
            self._run(f"insert into {FTS}({FTS}) values ('optimize')")


def _furniture(relation: Relation) -> Iterator[str]:
    """Indexes, and for articles the word index."""
    led = relation.key[:1]
    for name in relation.shape:
        if (name in relation.parents or name in INDEXED) and (name,) != led:
            yield f'create index if not exists "{relation.name}_{name}" on "{relation.name}" ("{name}")'
    if relation.name == "article":
        yield f"drop table if exists {FTS}"
        yield f"create virtual table {FTS} using fts5(headline, article_body, content='article', tokenize='unicode61 remove_diacritics 2')"
        yield f"insert into {FTS}({FTS}) values ('rebuild')"
        yield from TRIGGERS
