"""A mirror in a DuckLake: Parquet files with a catalogue, in a file or in PostgreSQL; each run that changes something is a snapshot.

DuckDB reaches a DuckLake through extensions that our DuckDB may not have. So SQL is sent to another process
(`ducklake_worker.py`), run by the Python that NEWSDESK_DUCKLAKE_PYTHON names; rows travel as Parquet files in a temporary folder.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from parsers.errors import MirrorFailed, UsageError
from warehouse.mirrors.relations import DIGEST, Relation
from warehouse.mirrors.tables import TableMirror
from warehouse.mirrors.targets import BOOK, BOOK_COLUMNS, Held, Reading, Rows

PYTHON = "NEWSDESK_DUCKLAKE_PYTHON"
"""Environment variable: the Python of an environment with DuckDB and its extensions. Without it, newsdesk's own is asked."""

WORKER = Path(__file__).with_name("ducklake_worker.py")
INSTALL = (
    "make an environment for it: `python -m venv lake; lake/bin/pip install duckdb==1.5.5 duckdb-extension-ducklake==1.5.5 "
    f"duckdb-extension-postgres-scanner==1.5.5`, and set {PYTHON}=lake/bin/python"
)
SCHEMA = "lake.newsdesk"
SERVER = re.compile(r"postgres(?:ql)?:", re.IGNORECASE)
SECRET = re.compile(r"(password\s*=\s*)('[^']*'|\S+)|(://[^:/@\s]+:)[^@\s]+(?=@)", re.IGNORECASE)
END_SECONDS = 60.0
WORDS = 300
"""Characters of DuckDB's own words that are shown."""

NO_INLINING = "data_inlining_row_limit 0"
"""Few rows go into files, too: in the catalogue their words would stay after they are deleted."""

ERASING = tuple(
    f"select count(*) from ducklake_{what}"  # the rows themselves hold times, for which Python needs pytz
    for what in (
        "flush_inlined_data('lake')",
        "rewrite_data_files('lake', delete_threshold => 0)",
        "merge_adjacent_files('lake')",
        "expire_snapshots('lake', older_than => now())",
        "cleanup_old_files('lake', cleanup_all => true)",
    )
)
"""Files without the rows that were taken out, and no snapshot or file from before."""

MEANINGS = (
    (re.compile(r"extension .*not found|failed to download|no module named 'duckdb'", re.IGNORECASE | re.DOTALL), "the DuckLake extension is not there; " + INSTALL),
    (re.compile(r"invalid input syntax|not a ducklake|is not a valid duckdb|no such table", re.IGNORECASE), "this exists and is no DuckLake catalogue; name another"),
    (re.compile(r"data_path|data path", re.IGNORECASE), "say where its Parquet files are to be: --files FOLDER ({said})"),
    (re.compile(r"could not connect|connection refused|unable to connect|could not translate host", re.IGNORECASE), "the catalogue's server cannot be reached ({said})"),
    (re.compile(r"authentication failed|no password supplied", re.IGNORECASE), "the catalogue's server refuses this user or password; put the password into ~/.pgpass or PGPASSWORD"),
    (re.compile(r"set lock|conflict", re.IGNORECASE), "another program writes to it; nothing was changed, run the command again ({said})"),
    (re.compile(r"permission denied|read-only|operation not permitted", re.IGNORECASE), "permission is missing ({said})"),
    (re.compile(r"no space left", re.IGNORECASE), "the disk is full; nothing was changed"),
)  # fmt: skip
"""What a message of DuckDB holds, and what it means; the first that fits."""


@contextmanager
def opened(catalogue: str, files: str | None) -> Iterator[DuckLakeMirror]:
    """Attach a DuckLake, or make it, and work in one transaction. Raises MirrorFailed with what to do."""
    shown = hidden(catalogue)
    with tempfile.TemporaryDirectory(prefix="newsdesk-lake-") as folder, _worker(shown, catalogue) as send:
        data = f", data_path {_literal(_absolute(files))}" if files else ""
        send(f"attach {_literal(_address(catalogue))} as lake ({NO_INLINING}{data})", "begin")
        mirror = DuckLakeMirror(send, Path(folder), shown)
        yield mirror
        send("commit")
        mirror.erase_now()


def hidden(text: str) -> str:
    """A text without the passwords in it."""
    return SECRET.sub(lambda m: f"{m[1] or m[3]}***", text)


def _address(catalogue: str) -> str:
    if catalogue.lower().startswith(("postgresql://", "postgres://")):
        return f"ducklake:postgres:{catalogue}"
    return f"ducklake:{catalogue if SERVER.match(catalogue) else Path(catalogue).absolute()}"


def _absolute(files: str) -> str:
    return files if "://" in files else str(Path(files).absolute())


class _Send:
    """Sends statements to the worker and gives the rows of the last one."""

    def __init__(self, process: subprocess.Popen[str], shown: str) -> None:
        self._process = process
        self._shown = shown

    def __call__(self, *statements: str) -> list[list[Any]]:
        assert self._process.stdin
        try:
            self._process.stdin.write(json.dumps(statements) + "\n")
            self._process.stdin.flush()
        except BrokenPipeError as error:
            raise MirrorFailed(self._shown, f"the DuckLake process ended: {self._last_words()}") from error
        return self.answer()

    def answer(self) -> list[list[Any]]:
        """The next line of the worker. Raises MirrorFailed when it is an error, or when the worker has died."""
        assert self._process.stdout
        line = self._process.stdout.readline()
        if not line:
            raise MirrorFailed(self._shown, f"the DuckLake process ended: {self._last_words()}")
        said: dict[str, Any] = json.loads(line)
        if "error" in said:
            raise MirrorFailed(self._shown, _meaning(said["error"]))
        rows: list[list[Any]] = said["rows"]
        return rows

    def end(self) -> None:
        """Let the worker end by itself: it folds the log into the catalogue's file."""
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait(END_SECONDS)
        self._process.stdin = None  # else `communicate` would write to it

    def _last_words(self) -> str:
        assert self._process.stderr
        words = self._process.stderr.read()
        return (words.strip().splitlines() or [f"exit code {self._process.returncode}"])[-1]


def _meaning(error: str) -> str:
    said = hidden(" ".join(error.split()))[:WORDS]
    found = (meaning.format(said=said) for pattern, meaning in MEANINGS if pattern.search(error))
    return next(found, said)


@contextmanager
def _worker(shown: str, catalogue: str) -> Iterator[_Send]:
    """The process with the extensions."""
    python = os.environ.get(PYTHON) or sys.executable
    extensions = ("ducklake", *(("postgres_scanner",) if SERVER.match(catalogue) else ()))
    try:
        process = subprocess.Popen(
            [python, "-I", str(WORKER), *extensions],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
        )  # fmt: skip
    except OSError as error:
        raise UsageError(f"{PYTHON}={python} cannot be run ({error.strerror}); {INSTALL}") from error
    try:
        send = _Send(process, shown)
        send.answer()
        yield send
        send.end()
    finally:
        process.kill()
        process.communicate()


class DuckLakeMirror(TableMirror):
    """The lake's schema `newsdesk`, in one transaction."""

    def __init__(self, send: _Send, folder: Path, shown: str) -> None:
        super().__init__()
        self._send = send
        self._folder = folder
        self._shown = shown
        self._forgotten: str | None = None
        self._erasing = False

    def held(self) -> dict[str, Held]:
        """The relations that it has, by name."""
        there = self._send(
            "select 1 from duckdb_tables() where database_name = 'lake' and schema_name = 'newsdesk' limit 1"
        )
        if not there:  # asked first: in a DuckLake, "if not exists" would be a snapshot each time
            self._send(
                f"create schema if not exists {SCHEMA}",
                f"create table {SCHEMA}.{BOOK} (relation varchar, desk varchar, forgotten varchar, shape varchar, rows bigint)",
            )
        found = self._send(f"select relation, desk, forgotten, shape, rows from {SCHEMA}.{BOOK} order by relation")
        return {name: Held.read(*said) for name, *said in found}

    def execute(self, statement: str) -> object:
        """Execute a statement."""
        return self._send(statement)

    def table(self, relation: Relation) -> str:
        """The table's name in SQL."""
        return f"{SCHEMA}.{_quoted(relation.name)}"

    def declared(self, name: str, kind: str) -> str:
        """A column; the types are DuckDB's own."""
        return f"{_quoted(name)} {kind}"

    def beside(self, _: Relation) -> tuple[str, ...]:
        """The digest."""
        return (f"{DIGEST} varchar",)

    def has(self, relation: Relation) -> bool:
        """Whether there is a table of this name."""
        return bool(
            self._send(
                "select 1 from duckdb_tables() where database_name = 'lake' and schema_name = 'newsdesk' "
                f"and table_name = {_literal(relation.name)}"
            )
        )

    def strange(self, relation: Relation) -> str:
        """What to say when newsdesk did not make it."""
        return f"{self._shown}: schema newsdesk has a table {relation.name} that newsdesk did not make"

    def digests(self, relation: Relation) -> Any:  # noqa: ANN401 - pyarrow has no types
        """The digests of the rows that it has."""
        import pyarrow.parquet as pq

        file = self._folder / "held.parquet"
        self._send(f"copy (select {DIGEST} from {self.table(relation)}) to {_literal(file)} (format parquet)")
        return pq.read_table(file, partitioning=None)

    def reading(self, relation: Relation) -> Reading:
        """The relation as it is: the types are DuckDB's own."""
        columns = {field.name: _quoted(field.name) for field in relation.fields}
        return Reading(source=relation.query, columns=columns)

    def take_out(self, relation: Relation, gone: Any) -> None:  # noqa: ANN401 - pyarrow has no types
        """Delete the rows whose digest is in `gone`, by way of a Parquet file."""
        import pyarrow.parquet as pq

        file = self._folder / "gone.parquet"
        pq.write_table(gone, file)
        self._send(f"delete from {self.table(relation)} where {DIGEST} in (select {DIGEST} from {_literal(file)})")

    def add(self, relation: Relation, added: Rows) -> None:
        """Add rows, by way of a Parquet file."""
        import pyarrow.parquet as pq

        file = self._folder / "added.parquet"
        reader = added.arrow()
        rows = 0
        with pq.ParquetWriter(file, reader.schema, compression="zstd") as writer:
            for batch in reader:
                writer.write_batch(batch)
                rows += batch.num_rows
        if rows:
            self._send(f"insert into {self.table(relation)} by name select * from {_literal(file)}")

    def rows(self, relation: Relation) -> int:
        """How many rows it has of a relation."""
        ((count,),) = self._send(f"select count(*) from {self.table(relation)}")
        return int(count)

    def remember(self, relation: Relation, held: Held) -> None:
        """Note what it has now; a new table and its columns get their comments."""
        if relation.name in self.fresh:
            table = self.table(relation)
            self._send(
                f"comment on table {table} is {_literal(relation.comment)}",
                *(f"comment on column {table}.{_quoted(f.name)} is {_literal(f.comment)}" for f in relation.fields),
            )
        self._forgotten = held.forgotten
        values = ", ".join(
            _literal(value) if isinstance(value, str) else str(value) for value in held.row(relation.name)
        )
        self._send(
            f"delete from {SCHEMA}.{BOOK} where relation = {_literal(relation.name)}",
            f"insert into {SCHEMA}.{BOOK} ({', '.join(BOOK_COLUMNS)}) values ({values})",
        )

    def erase(self) -> None:
        """Erase when the transaction is done; until then the book says that it is still to do."""
        self._erasing = True
        self._send(f"update {SCHEMA}.{BOOK} set forgotten = 'to erase'")

    def erase_now(self) -> None:
        """Write files without the rows that were taken out, and drop older snapshots with their files."""
        if self._erasing:
            self._send(*ERASING, f"update {SCHEMA}.{BOOK} set forgotten = {_literal(self._forgotten or '')}")


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _literal(text: str | Path) -> str:
    return "'" + str(text).replace("'", "''") + "'"
