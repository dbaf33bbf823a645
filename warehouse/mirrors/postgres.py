"""A mirror in a PostgreSQL database, in a schema of its own: tables with comments, keys and indexes.

Lists of text and numbers are arrays, records are jsonb, whole numbers above 2^63 are numeric. PostgreSQL stores no NUL
character; U+FFFD is in its place, so that offsets stay right.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from parsers.errors import MirrorFailed, UsageError
from warehouse.mirrors.relations import DIGEST, Relation
from warehouse.mirrors.tables import TableMirror
from warehouse.mirrors.targets import BOOK, BOOK_COLUMNS, Held, Reading, Rows, plainly

if TYPE_CHECKING:
    import asyncpg

Result = TypeVar("Result")

SCHEMES = ("postgresql", "postgres")
SCHEMA = "newsdesk"
CONNECT_SECONDS = 20.0
LOCK = "60s"
"""How long a lock that others hold is waited for; readers hold none that matters, unless columns change."""

TURN = 7_283_114_951
"""The number of the advisory lock: two runs into one database take turns."""

NO_NUL = "replace({column}, chr(0), chr(65533))"
NO_NULS = "list_transform({column}, lambda x: replace(x, chr(0), chr(65533)))"

TYPES: dict[str, tuple[str, str]] = {
    "VARCHAR": ("text", NO_NUL),
    "VARCHAR[]": ("text[]", NO_NULS),
    "DOUBLE": ("double precision", "{column}"),
    "DOUBLE[]": ("double precision[]", "{column}"),
    "BOOLEAN": ("boolean", "{column}"),
    "TINYINT": ("smallint", "{column}"),
    "SMALLINT": ("smallint", "{column}"),
    "INTEGER": ("integer", "{column}"),
    "INTEGER[]": ("integer[]", "{column}"),
    "BIGINT": ("bigint", "{column}"),
    "UINTEGER": ("bigint", "{column}"),
    "UBIGINT": ("numeric", "{column}::decimal(38, 0)"),
    "HUGEINT": ("numeric", "{column}::decimal(38, 0)"),
    "TIMESTAMP WITH TIME ZONE": ("timestamptz", "{column}"),
    "TIMESTAMP": ("timestamp", "{column}"),
    "DATE": ("date", "{column}"),
    "BLOB": ("bytea", "{column}"),
}
"""PostgreSQL's type, and how DuckDB gives the value."""

JSON = ("jsonb", r"replace(to_json({column})::varchar, '\u0000', '\ufffd')")

MEANINGS = {
    "InvalidPasswordError": "the server refuses this user or password; put the password into ~/.pgpass or PGPASSWORD",
    "InvalidAuthorizationSpecificationError": "the server does not let this user in from here ({said})",
    "InvalidCatalogNameError": "there is no such database on the server; `createdb` makes one",
    "InsufficientPrivilegeError": "this user lacks a right ({said}); let an administrator run `create schema {schema} authorization USER`",
    "DependentObjectsStillExistError": "columns changed, and a view of yours needs the old ones ({said}); drop the view and run the command again",
    "LockNotAvailableError": "another session holds a lock on the tables for more than "
    + LOCK
    + "; run the command again",
    "DiskFullError": "the server's disk is full; nothing was changed",
    "ConnectionDoesNotExistError": "the server ended the connection; nothing was changed, run the command again",
    "TooManyConnectionsError": "the server has no connection left; run the command again",
    "CannotConnectNowError": "the server is starting or stopping; run the command again",
}
"""What to do, by the class of the error in asyncpg."""


@contextmanager
def opened(address: str) -> Iterator[PostgresMirror]:
    """Connect, and work in one transaction. Raises UsageError for other addresses, MirrorFailed when the server says no."""
    import asyncpg

    url, schema = _parts(address)
    shown = _shown(url)
    with asyncio.Runner() as runner:
        try:
            connection = runner.run(asyncpg.connect(url, timeout=CONNECT_SECONDS))
            try:
                yield from _in_transaction(runner, connection, schema, shown)
            finally:
                runner.run(_closed(connection))
        except asyncpg.PostgresError as error:
            raise MirrorFailed(shown, _meaning(error, schema)) from error
        except (TimeoutError, OSError) as error:
            raise MirrorFailed(
                shown,
                f"the server cannot be reached ({error or 'no answer'}); see that it runs, and that host and port are right",
            ) from error
        except (asyncpg.InterfaceError, asyncpg.ClientConfigurationError) as error:
            raise MirrorFailed(shown, str(error)) from error


def _in_transaction(
    runner: asyncio.Runner, connection: asyncpg.Connection, schema: str, shown: str
) -> Iterator[PostgresMirror]:
    transaction = connection.transaction()
    runner.run(transaction.start())
    try:
        runner.run(connection.execute(f"set local lock_timeout = '{LOCK}'"))
        runner.run(connection.execute(f"select pg_advisory_xact_lock({TURN})", timeout=None))
        yield PostgresMirror(runner, connection, schema, shown)
    except BaseException:
        if not connection.is_closed():
            runner.run(transaction.rollback())
        raise
    runner.run(transaction.commit())


async def _closed(connection: asyncpg.Connection) -> None:
    await connection.close(timeout=5)


def _meaning(error: Exception, schema: str) -> str:
    said = " ".join(str(error).split())
    for kind in type(error).__mro__:
        if kind.__name__ in MEANINGS:
            return MEANINGS[kind.__name__].format(said=said, schema=schema)
    return said


def _parts(address: str) -> tuple[str, str]:
    """The URL for asyncpg and the schema, which is `?schema=NAME` in the address."""
    parts = urlsplit(address)
    if parts.scheme not in SCHEMES:
        raise UsageError("--to postgres takes an address: postgresql://USER@HOST/DATABASE")
    settings = parse_qsl(parts.query)
    schema = next((value for name, value in settings if name == "schema"), SCHEMA)
    rest = urlencode([(name, value) for name, value in settings if name != "schema"])
    return urlunsplit(parts._replace(query=rest)), schema


def _shown(url: str) -> str:
    """The address without a password."""
    parts = urlsplit(url)
    user, at, host = parts.netloc.rpartition("@")
    return f"postgresql://{user.split(':')[0]}{at}{host}{parts.path}"


class PostgresMirror(TableMirror):
    """The schema, in one transaction."""

    def __init__(self, runner: asyncio.Runner, connection: asyncpg.Connection, schema: str, shown: str) -> None:
        super().__init__()
        self._runner = runner
        self._connection = connection
        self._name = schema
        self._schema = _quoted(schema)
        self._shown = shown

    def _do(self, what: Coroutine[Any, Any, Result]) -> Result:
        return self._runner.run(what)

    def execute(self, statement: str) -> object:
        """Execute a statement."""
        return self._do(self._connection.execute(statement))

    def _rows(self, query: str, *values: object) -> list[Any]:
        return self._do(self._connection.fetch(query, *values))

    def held(self) -> dict[str, Held]:
        """The relations that it has, by name."""
        if not self._rows("select 1 from pg_namespace where nspname = $1", self._name):
            self.execute(f"create schema {self._schema}")
        self.execute(
            f"create table if not exists {self._schema}.{BOOK} "
            "(relation text primary key, desk text, forgotten text, shape text, rows bigint)"
        )
        found = self._rows(
            f"select relation, desk, forgotten, shape, rows from {self._schema}.{BOOK} order by relation"
        )
        return {name: Held.read(*said) for name, *said in found}

    def table(self, relation: Relation) -> str:
        """The table's name in SQL."""
        return f"{self._schema}.{_quoted(relation.name)}"

    def declared(self, name: str, kind: str) -> str:
        """A column and its type in PostgreSQL."""
        return f"{_quoted(name)} {TYPES.get(kind, JSON)[0]}"

    def beside(self, relation: Relation) -> tuple[str, ...]:
        """The digest and the key."""
        return (f"{DIGEST} text not null", *([f"primary key ({', '.join(relation.key)})"] if relation.key else []))

    def has(self, relation: Relation) -> bool:
        """Whether there is a table of this name."""
        return bool(
            self._rows("select 1 from pg_tables where schemaname = $1 and tablename = $2", self._name, relation.name)
        )

    def strange(self, relation: Relation) -> str:
        """What to say when newsdesk did not make it."""
        return f"{self._shown}: schema {self._name} has a table {relation.name} that newsdesk did not make; add ?schema=NAME to the address"

    def digests(self, relation: Relation) -> Any:  # noqa: ANN401 - pyarrow has no types
        """The digests of the rows that it has."""
        import pyarrow as pa

        found = self._rows(f"select {DIGEST} from {self.table(relation)}")
        return pa.table({DIGEST: pa.array((row[0] for row in found), pa.string())})

    def reading(self, relation: Relation) -> Reading:
        """The relation as it is."""
        return plainly(relation, TYPES, JSON)

    def take_out(self, relation: Relation, gone: Any) -> None:  # noqa: ANN401 - pyarrow has no types
        """Delete the rows whose digest is in `gone`."""
        self.execute(f"create temp table if not exists gone ({DIGEST} text) on commit drop")
        records = [(digest,) for digest in gone[DIGEST].to_pylist()]
        self._do(self._connection.copy_records_to_table("gone", records=records, schema_name="pg_temp"))
        self.execute(f"delete from {self.table(relation)} t using gone where t.{DIGEST} = gone.{DIGEST}")
        self.execute("truncate gone")

    def add(self, relation: Relation, added: Rows) -> None:
        """Add rows by COPY."""
        for chunk in added.tuples():
            self._do(
                self._connection.copy_records_to_table(
                    relation.name, records=chunk, columns=added.names, schema_name=self._name
                )
            )

    def rows(self, relation: Relation) -> int:
        """How many rows it has of a relation."""
        ((count,),) = self._rows(f"select count(*) from {self.table(relation)}")
        return int(count)

    def remember(self, relation: Relation, held: Held) -> None:
        """Note what it has now; indexes and comments of a new table are made when its rows are in it."""
        if relation.name in self.fresh:
            for statement in self._furniture(relation):
                self.execute(statement)
        table, names = f"{self._schema}.{BOOK}", ", ".join(BOOK_COLUMNS)
        self._do(self._connection.execute(f"delete from {table} where relation = $1", relation.name))
        self._do(
            self._connection.execute(
                f"insert into {table} ({names}) values ($1, $2, $3, $4, $5)", *held.row(relation.name)
            )
        )

    def _furniture(self, relation: Relation) -> Iterator[str]:
        """Indexes on ids and dates (text can be too long for one), and comments."""
        table = self.table(relation)
        yield f"comment on table {table} is {_literal(relation.comment)}"
        for field in relation.fields:
            yield f"comment on column {table}.{_quoted(field.name)} is {_literal(field.comment)}"
            if (
                field.name in relation.parents and field.name not in relation.key[:1]
            ) or field.name == "date_published":
                index = _quoted(f"{relation.name}_{field.name}")
                yield f"create index if not exists {index} on {table} ({_quoted(field.name)})"

    def erase(self) -> None:
        """Deleted rows are overwritten by PostgreSQL's vacuum, which runs by itself and may not run in a transaction."""


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
