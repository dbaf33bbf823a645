"""Options that several verbs share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

Database = Annotated[
    Path,
    Parameter(
        name=["--database", "-d"],
        env_var="NEWSDESK_DATABASE",
        help="The database file. [default: newsdesk.duckdb]",
        show_default=False,
    ),
]

DEFAULT = Path("newsdesk.duckdb")
"""In the current folder."""
