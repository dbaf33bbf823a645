"""Queries over the database and the months that were moved out of it: the same tables and views, with both in them.

A database in memory holds, for every table, a view of the published file together with the Parquet files of attached
folders; the public views and macros are made over these. What is in both (a move that was stopped, a document that came
again) counts once, as the database has it.

Which folders are attached is written beside the database: `.newsdesk.duckdb.desk/attached`, one path a line.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import duckdb

from parsers.errors import QuestionError, UsageError
from warehouse.database import spills
from warehouse.database.connecting import READING
from warehouse.database.place import Place
from warehouse.database.sql import query, scripts
from warehouse.database.store import Arrays, Warehouse, reading

MANIFEST = "manifest.json"
FORMAT = 1

APART = 1_000_000_000
"""Numbers of words and documents of one archive begin so far behind those of the one before."""

HERE = "from desk.main.{table}"

BY_ARTICLE = "from {files} where article_id not in (select article_id from desk.main.article)"

ARCHIVED = {
    "article": BY_ARTICLE,
    "passage": BY_ARTICLE,
    "repair": BY_ARTICLE,
    "fact": BY_ARTICLE,
    "mention": BY_ARTICLE,
    "alert": BY_ARTICLE,
    "note": "(from {files} except from desk.main.note)",
    "tag": "(from {files} except from desk.main.tag)",
    "judgement": "(from {files} except from desk.main.judgement)",
    "fact_party": "from {files} where fact_id not in (select fact_id from desk.main.fact)",
    "raw_document": "from {files} where raw_document_id not in (select raw_document_id from desk.main.raw_document)",
    "story_original": "from {files} where story_id not in (select story_id from desk.main.article)",
    "entity": (
        "select entity_id, any_value(entity_type) as entity_type, arg_max(name, (length(name), name)) as name, max(country) as country "
        "from {files} where entity_id not in (select entity_id from desk.main.entity) group by entity_id"
    ),
    "entity_alias": "(from {files} except from desk.main.entity_alias)",
    "syndication": "(from {files} except from desk.main.syndication)",
    "reuse": "(from {files} except from desk.main.reuse)",
    "alteration": "(from {files} except from desk.main.alteration)",
    "claim": BY_ARTICLE,
    "claim_meeting": "(from {files} except from desk.main.claim_meeting)",
    "claim_group": "from {files} where claim_id not in (select claim_id from desk.main.claim_group)",
    "story_decision": "(from {files} except from desk.main.story_decision)",
    "happening_decision": "(from {files} except from desk.main.happening_decision)",
    "story_event": "(from {files} except from desk.main.story_event)",
}
"""What archives add to a table, said once for all of them."""

ARRIVALS = """
select * from desk.main.arrival
where arrival_id not in (select arrival_id from {files}) or article_id is not null
union all by name
from {files} where arrival_id not in (select arrival_id from desk.main.arrival where article_id is not null)
"""
"""An arrival as it was before its article was moved, unless the document came again since."""

WORDS = {
    "search_term": "select term_id::bigint + {apart} as term_id, term, language, stem from {file}",
    "search_document": (
        "select document::bigint + {apart} as document, batch::bigint + {apart} as batch, article_id, words from {file} "
        "where article_id not in (select article_id from desk.main.article)"
    ),
    "search_posting": (
        "select term_id::bigint + {apart} as term_id, batch::bigint + {apart} as batch, "
        "list_transform(documents, lambda d: d::bigint + {apart}) as documents, positions from {file}"
    ),
}
"""What one archive adds to the word index, its numbers moved apart from those of the others."""

MACRO = re.compile(r"^create or replace macro .*?;\n", re.MULTILINE | re.DOTALL)
"""What migrations say beside tables: how queries are split into words."""

QUERIES = frozenset({"SELECT", "EXPLAIN", "MULTI"})
"""Kinds of statements that only read (MULTI is a pivot). Others could write to the attached files."""

EXPLAINED = re.compile(r"\s*explain\s+(?:analyze\s+)?(?:\([^)]*\)\s*)?", re.IGNORECASE)


def _list(place: Place) -> Path:
    return place.desk / "attached"


def folders(place: Place) -> tuple[Path, ...]:
    """The folders that are attached, in the order in which they were."""
    try:
        return tuple(Path(line) for line in _list(place).read_text("utf-8").splitlines() if line)
    except FileNotFoundError:
        return ()


def attach(place: Place, folder: Path) -> None:
    """Attach a folder that `export --by month --move` wrote, or one month in it. Raises UsageError when it is none."""
    archives((folder,))
    _remember(place, dict.fromkeys((*folders(place), folder.absolute())))


def detach(place: Place, folder: Path) -> None:
    """Attach it no more. Raises UsageError when it is not attached."""
    if folder.absolute() not in folders(place):
        raise UsageError(f"{folder} is not attached; newsdesk attach lists what is")
    _remember(place, [f for f in folders(place) if f != folder.absolute()])


def _remember(place: Place, chosen: Sequence[Path] | dict[Path, None]) -> None:
    place.desk.mkdir(exist_ok=True)
    part = _list(place).with_name(f"attached.{os.getpid()}.part")
    part.write_text("".join(f"{folder}\n" for folder in chosen), encoding="utf-8")
    part.replace(_list(place))


def archives(chosen: Sequence[Path]) -> tuple[Path, ...]:
    """The months in some folders, each once, sorted. Raises UsageError for a folder without any, or of a newer version."""
    found: dict[str, Path] = {}
    for folder in chosen:
        here = [p for p in (folder, *sorted(folder.glob("[!.]*"))) if (p / MANIFEST).is_file()]
        if not here:
            raise UsageError(
                f"{folder} holds no months that newsdesk export --by month --move wrote; if it is attached, mount it, or take "
                f"it off: newsdesk attach --off {folder}"
            )
        found |= {_known(path): path.absolute() for path in here}
    return tuple(sorted(found.values()))


def _known(path: Path) -> str:
    """The id in the manifest of a month."""
    try:
        said = json.loads((path / MANIFEST).read_text("utf-8"))
        version, archive_id, tables = said["format"], str(said["archive_id"]), said["tables"]
        missing = [n for n, t in tables.items() if not _whole(path / f"{n}.parquet", t["bytes"])]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(f"{path / MANIFEST} cannot be read: {error}") from error
    if version != FORMAT:
        raise UsageError(f"{path} was written by a newer newsdesk; update newsdesk to read it")
    if missing:
        raise UsageError(f"{path}: {', '.join(missing)} is missing or not whole; restore this folder from a backup")
    return archive_id


def _whole(path: Path, size: int) -> bool:
    return path.is_file() and path.stat().st_size == size


class Attached(Warehouse):
    """The published file together with attached months. Only queries may be asked of it."""

    def _executed(
        self, name: str, parameters: Mapping[str, object] | None, incoming: Arrays | None
    ) -> duckdb.DuckDBPyConnection:
        if incoming is not None:
            with self.incoming(incoming):
                return self._executed(name, parameters, None)
        return self.connection.execute(by_id(self, query(name)), parameters or {})


def by_id(warehouse: Warehouse, sql: str) -> str:
    """A query that finds facts (f) and articles (a) by their place in the table; by their ids where the tables are views, which have no places."""
    if not isinstance(warehouse, Attached):
        return sql
    return sql.replace("f.rowid", "f.fact_id").replace("a.rowid", "a.article_id")


def opened(place: Place, chosen: Sequence[Path], output: Path | None) -> Attached:
    """Open the published file with these folders, read-only; no other file can be reached but `output`.

    Raises UsageError when a folder holds no months.
    """
    months = archives(chosen)
    reading(place).close()  # says so when there is no database, or it is none of ours
    settings = {
        "memory_limit": os.environ.get("NEWSDESK_MEMORY_LIMIT", READING),
        "temp_directory": str(spills.another(place)),
    }
    connection = duckdb.connect(":memory:", config=settings)  # type: ignore[arg-type]
    try:
        _build(connection, place, months)
    except BaseException:
        connection.close()
        raise
    files = [str(file) for month in months for file in month.glob("*.parquet")] + [str(output)] * (output is not None)
    connection.execute("set python_enable_replacements = false").fetchall()
    connection.execute("set allowed_paths = $files", {"files": files}).fetchall()
    connection.execute("set enable_external_access = false").fetchall()
    return Attached(connection, place)


def _build(connection: duckdb.DuckDBPyConnection, place: Place, months: Sequence[Path]) -> None:
    run = connection.execute
    run("set timezone = 'UTC'").fetchall()
    run("set enable_progress_bar = false").fetchall()
    run(f"attach {_literal(place.published)} as desk (read_only)").fetchall()
    tables = run("select table_name from duckdb_tables() where database_name = 'desk' and not internal").fetchall()
    for (table,) in tables:
        run(f'create view "{table}" as {_both(table, months)}').fetchall()
    for macro in [m for script in scripts("migrations") for m in MACRO.findall(script.text)]:
        run(macro).fetchall()
    for script in scripts("views"):
        run(script.text).fetchall()
    run("".join(_comments(connection))).fetchall()


def _both(table: str, months: Sequence[Path]) -> str:
    """A table of the published file and what the months add to it."""
    here = HERE.format(table=table)
    if table == "arrival":
        return ARRIVALS.format(files=_files(table, months))
    if table in WORDS:
        parts = (
            WORDS[table].format(apart=APART * n, file=_files(table, (month,))) for n, month in enumerate(months, 1)
        )
        return " union all by name ".join((here, *parts))
    months = [month for month in months if (month / f"{table}.parquet").is_file()]  # older ones lack what is new
    if table in ARCHIVED and months:
        return f"{here} union all by name {ARCHIVED[table].format(files=_files(table, months))}"
    return here


def _files(table: str, months: Sequence[Path]) -> str:
    paths = ", ".join(_literal(month / f"{table}.parquet") for month in months)
    return f"read_parquet([{paths}], union_by_name = true)"


def _literal(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"


def _comments(connection: duckdb.DuckDBPyConnection) -> Iterator[str]:
    """What tables and columns mean, for the views of the same names."""
    about = "database_name = 'desk' and not internal and comment is not null"
    for table, said in connection.execute(f"select table_name, comment from duckdb_tables() where {about}").fetchall():
        yield f"comment on view \"{table}\" is '{_escaped(said)}';"
    columns = f"select table_name, column_name, comment from duckdb_columns() where {about} and table_name in (select table_name from duckdb_tables() where database_name = 'desk')"
    for table, column, said in connection.execute(columns).fetchall():
        yield f'comment on column "{table}"."{column}" is \'{_escaped(said)}\';'


def _escaped(said: str) -> str:
    return said.replace("'", "''")


def check_reads(query: str) -> None:
    """Raise QuestionError unless every statement of a text only reads."""
    for statement in duckdb.extract_statements(query):
        kind = statement.type.name
        if kind not in QUERIES:
            raise QuestionError(
                "with months attached, only queries are answered; newsdesk attach --off takes a folder off"
            )
        if kind == "EXPLAIN":
            check_reads(EXPLAINED.sub("", statement.query, count=1))
