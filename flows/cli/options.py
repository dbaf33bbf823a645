"""Options that several verbs share."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter, Token

from warehouse.place import path_of


def _database(_: type, tokens: Sequence[Token]) -> Path:
    """A path, or the path in a file: URL: before it becomes a Path, which knows no URLs."""
    return path_of(tokens[0].value)


Database = Annotated[
    Path,
    Parameter(
        name=["--database", "-d"],
        env_var="NEWSDESK_DATABASE",
        converter=_database,
        help="The database file: a path or a file:// URL. [default: newsdesk.duckdb]",
        show_default=False,
    ),
]

DEFAULT = Path("newsdesk.duckdb")
"""In the current folder."""

Allow = Annotated[
    tuple[str, ...],
    Parameter(name="--allow", negative=(), help="A private network that may be read, e.g. 127.0.0.0/8."),
]
