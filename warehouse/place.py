"""Where a warehouse lies on disk: the file people read, and beside it the desk's own.

newsdesk.duckdb                    what a person names and opens; replaced whole by each publication
.newsdesk.duckdb.desk/
    live.duckdb                    the writer's own file
    write.lock                     held by whoever writes
    runs/<run_id>.lock             held by a run as long as it lives
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Place:
    """The paths of one warehouse. `published` is the path a person names with `--database`."""

    published: Path

    @classmethod
    def at(cls, path: str | Path) -> Place:
        """The place of a database path, made absolute."""
        return cls(Path(path).expanduser().absolute())

    @property
    def desk(self) -> Path:
        """The hidden folder of the desk's own files."""
        return self.published.parent / f".{self.published.name}.desk"

    @property
    def live(self) -> Path:
        """The database that runs write to."""
        return self.desk / "live.duckdb"

    @property
    def write_lock(self) -> Path:
        """The file whose lock stands for the right to write."""
        return self.desk / "write.lock"

    @property
    def runs(self) -> Path:
        """The folder of the lock files of runs."""
        return self.desk / "runs"
