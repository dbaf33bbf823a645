"""Options that several verbs share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter, Token
from cyclopts.validators import Number

from parsers.errors import UsageError
from warehouse.database.place import path_of


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

NONE_OR_MORE = Number(gte=0)

Limit = Annotated[int, Parameter(name=["--limit", "-n"], help="Maximum number of rows.", validator=Number(gte=1))]

Since = Annotated[str | None, Parameter(help="First day: 2025, 2025-03 or 2025-03-14.")]
Until = Annotated[str | None, Parameter(help="Day after the last one: 2025, 2025-03 or 2025-03-14.")]

DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def day(said: str | None) -> str | None:
    """The first day of the day, month or year that was given."""
    if said is None:
        return None
    try:
        if not DAY.fullmatch(said):
            raise ValueError
        return date.fromisoformat(said + "0000-01-01"[len(said) :]).isoformat()
    except ValueError:
        raise UsageError(f"{said} is not a date; write 2025, 2025-03 or 2025-03-14") from None


Allow = Annotated[
    tuple[str, ...],
    Parameter(name="--allow", negative=(), help="A private network that may be read, e.g. 127.0.0.0/8."),
]
