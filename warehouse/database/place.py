"""The files of a warehouse: the one people read, and the desk's own beside it.

newsdesk.duckdb                    what people name and open; replaced as a whole by each publication
.newsdesk.duckdb.desk/
    live.duckdb                    the writer's own file
    published.json                 which file was published last
    verified.duckdb                the last publication that was read as a whole and checked
    before-<migration>.duckdb      the state before an upgrade
    replaced/<time>/               what `restore` and `publish --replace` replaced
    backups.jsonl                  where backups were written
    write.lock                     held by whoever writes
    queue.lock                     held by all who wait for that
    runs/<run_id>.lock             held by a run as long as it lives
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from parsers.errors import UsageError

ADDRESS = re.compile(r"([a-z][a-z0-9+.]+):(.*)", re.IGNORECASE | re.DOTALL)

SERVERS = frozenset("md motherduck ducklake quack postgres postgresql mysql sqlite odbc".split())
"""Schemes of databases that are not a file: nothing here writes to them."""

STORES = frozenset("http https ftp s3 s3a r2 gs gcs gcss az azure abfss hf".split())
"""Schemes under which a published copy may lie to be read."""


def path_of(address: str | Path) -> Path:
    """The path of a database given as a path or as a file: URL (RFC 8089).

    Raises UsageError, with what to do instead, for databases that are not a file of this machine.
    """
    said = ADDRESS.fullmatch(str(address))
    scheme = said[1].lower() if said else ""
    if said and scheme == "file":
        return _local(str(address), said[2])
    if scheme in SERVERS:
        raise UsageError(
            f"{address}: runs write to a file on a disk of this machine, and to no server; "
            'copy what is published there from DuckDB, as docs/scale.md ("Into a server or a lake") shows'
        )
    if scheme in STORES:
        raise UsageError(
            f"{address}: runs write to a file on a disk of this machine; put a copy of the published file there, "
            'and read it with attach … (read_only), as docs/scale.md ("Reading from elsewhere") shows'
        )
    return Path(address)


def _local(address: str, rest: str) -> Path:
    """The path behind `file:`; pathlib may have made one slash of several."""
    slashes = len(rest) - len(rest.lstrip("/"))
    host, _, path = rest[2:].partition("/") if slashes == 2 else ("", "", rest.lstrip("/"))
    if slashes == 0 or host not in ("", "localhost"):
        raise UsageError(f"{address}: a file: URL has an absolute path on this machine, as in file:///srv/desk.duckdb")
    return Path("/", unquote(path))


@dataclass(frozen=True, slots=True)
class Place:
    """The paths of one warehouse. `published` is the path a person names with `--database`."""

    published: Path

    @classmethod
    def at(cls, path: str | Path) -> Place:
        """The place of a database path or file: URL, made absolute. Raises UsageError for other addresses and for folders."""
        published = path_of(path).expanduser().absolute()
        if published.is_dir():
            raise UsageError(f"{published} is a folder; name the database in it, as in {published / 'newsdesk.duckdb'}")
        return cls(published)

    @property
    def desk(self) -> Path:
        """The hidden folder of the desk's own files."""
        return self.published.parent / f".{self.published.name}.desk"

    @property
    def live(self) -> Path:
        """The database that runs write to."""
        return self.desk / "live.duckdb"

    @property
    def log(self) -> Path:
        """DuckDB's write-ahead log of the live database."""
        return self.desk / "live.duckdb.wal"

    @property
    def publication(self) -> Path:
        """What is remembered of the last publication."""
        return self.desk / "published.json"

    @property
    def verified(self) -> Path:
        """The last publication that was read as a whole and checked."""
        return self.desk / "verified.duckdb"

    @property
    def replaced(self) -> Path:
        """The folder of files that were replaced on request."""
        return self.desk / "replaced"

    @property
    def backups(self) -> Path:
        """The list of backups that were made, a JSON object a line."""
        return self.desk / "backups.jsonl"

    def before(self, migration: str) -> Path:
        """The copy made before a migration was applied."""
        return self.desk / f"before-{migration}.duckdb"

    @property
    def write_lock(self) -> Path:
        """The file whose lock is the right to write."""
        return self.desk / "write.lock"

    @property
    def queue(self) -> Path:
        """The file whose lock is shared by those who wait for the right to write."""
        return self.desk / "queue.lock"

    @property
    def runs(self) -> Path:
        """The folder of the lock files of runs."""
        return self.desk / "runs"
