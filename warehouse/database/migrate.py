"""The schema and its history: numbered scripts, each applied once in its own transaction and remembered by checksum.

Views are not migrations: they are recreated whenever their scripts change.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import duckdb

from parsers.errors import DatabaseForeign, DatabaseNewer, MigrationChanged
from warehouse.database.sql import Script, scripts

LEDGER = "schema_migration"
VIEWS = "(views)"


@dataclass(frozen=True, slots=True)
class Standing:
    """State of a database relative to this version's scripts: what was applied, what is pending, whether views are current."""

    applied: tuple[str, ...]
    pending: tuple[Script, ...]
    views_current: bool


def standing(connection: duckdb.DuckDBPyConnection, name: str) -> Standing:
    """Compare a database with this version's migrations without changing it.

    Raises DatabaseForeign, DatabaseNewer or MigrationChanged; `name` is the path to say in the message.
    """
    tables = {row[0] for row in connection.execute("select table_name from duckdb_tables()").fetchall()}
    if LEDGER not in tables:
        if tables:
            raise DatabaseForeign(
                f"{name} is a DuckDB file but no newsdesk database; move it elsewhere, or name another database with --database"
            )
        return Standing((), scripts("migrations"), False)
    ledger = dict(connection.execute(f"select name, checksum from {LEDGER}").fetchall())
    known = {script.name: script for script in scripts("migrations")}
    newer = sorted(set(ledger) - set(known) - {VIEWS})
    if newer:
        raise DatabaseNewer(f"{name} was written by a newer newsdesk (it has {newer[-1]}); update newsdesk to use it")
    for script in known.values():
        if ledger.get(script.name, script.checksum) != script.checksum:
            raise MigrationChanged(
                f"{name}: migration {script.name} was applied with other contents; install the newsdesk that wrote it"
            )
    pending = tuple(script for script in known.values() if script.name not in ledger)
    return Standing(tuple(sorted(set(ledger) & set(known))), pending, ledger.get(VIEWS) == _views_checksum())


def migrate(connection: duckdb.DuckDBPyConnection, name: str) -> tuple[str, ...]:
    """Apply what is pending, one transaction each, and renew the views. Returns the names of what was applied."""
    now = standing(connection, name)
    for script in now.pending:
        _apply(connection, script)
    if now.pending or not now.views_current:
        _renew_views(connection)
    return tuple(script.name for script in now.pending)


def _apply(connection: duckdb.DuckDBPyConnection, script: Script) -> None:
    connection.begin()
    try:
        connection.execute(
            f"create table if not exists {LEDGER} (name varchar primary key, checksum varchar not null, applied_at timestamptz not null)"
        )
        connection.execute(script.text)
        connection.execute(f"insert into {LEDGER} values (?, ?, now())", [script.name, script.checksum])
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def _renew_views(connection: duckdb.DuckDBPyConnection) -> None:
    connection.begin()
    try:
        for (view,) in connection.execute("select view_name from duckdb_views() where not internal").fetchall():
            connection.execute(f'drop view "{view}"')
        for script in scripts("views"):
            connection.execute(script.text)
        connection.execute(f"comment on table {LEDGER} is 'Which migrations made this schema.'")
        for column, text in (("name", "Script."), ("checksum", "SHA-256 of its text."), ("applied_at", "When, UTC.")):
            connection.execute(f"comment on column {LEDGER}.{column} is '{text}'")
        connection.execute(f"delete from {LEDGER} where name = ?", [VIEWS])
        connection.execute(f"insert into {LEDGER} values (?, ?, now())", [VIEWS, _views_checksum()])
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def _views_checksum() -> str:
    return hashlib.sha256("".join(s.name + s.checksum for s in scripts("views")).encode()).hexdigest()
