"""The SQL that ships with the package: migrations, views and queries, read once from their files."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable


@dataclass(frozen=True, slots=True)
class Inner:
    """A query that is written into another one, in brackets."""

    text: str


Value = str | int | Sequence[int] | Sequence[str] | Inner | None
"""What can be written into a query; a sequence becomes a list in brackets."""


@dataclass(frozen=True, slots=True)
class Script:
    """One .sql file: its name without the ending, its text and the SHA-256 of that text."""

    name: str
    text: str

    @property
    def checksum(self) -> str:
        """SHA-256 of the text in hex."""
        return hashlib.sha256(self.text.encode()).hexdigest()


@cache
def scripts(folder: str) -> tuple[Script, ...]:
    """All scripts of a folder of this package (`migrations`, `views`), sorted by name."""
    found = [f for f in files("warehouse").joinpath(folder).iterdir() if f.name.endswith(".sql")]
    return tuple(Script(f.name.removesuffix(".sql"), f.read_text("utf-8")) for f in sorted(found, key=lambda f: f.name))


@cache
def query(name: str) -> str:
    """The text of `queries/ROOM/<name>.sql`: one statement, its first line a comment that says what it answers.

    Queries are in the folder of the room that runs them; no two have one name.
    """
    return _queries()[name].read_text("utf-8")


@cache
def _queries() -> dict[str, Traversable]:
    """Every query file by its name."""
    rooms = files("warehouse").joinpath("queries").iterdir()
    return {f.name.removesuffix(".sql"): f for room in rooms for f in room.iterdir() if f.name.endswith(".sql")}


def written(name: str, values: Mapping[str, Value]) -> str:
    """A query with its values written in: where no parameters go along, and where DuckDB must know them to skip blocks."""
    return re.sub(r"\$(\w+)", lambda m: _literal(values[m[1]]), query(name))


def _literal(value: Value) -> str:
    if value is None:
        return "null::varchar"
    if isinstance(value, Inner):
        return f"({value.text})"
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    return str(value) if isinstance(value, int) else f"({', '.join(map(_literal, value))})"
