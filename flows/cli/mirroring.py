"""`newsdesk export --to`: mirrors in SQLite, PostgreSQL, DuckLake or Parquet, brought up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from flows.cli.printing import say
from warehouse.mirrors.kinds import Kind

if TYPE_CHECKING:
    from warehouse.database.place import Place

ToOption = Annotated[
    tuple[Kind, str] | None,
    Parameter(
        help="Keep a mirror: sqlite FILE, postgres URL, ducklake CATALOG or parquet FOLDER. Later runs write only what changed.",
    ),
]

FilesOption = Annotated[
    str | None, Parameter(help="With --to ducklake: the folder of its Parquet files. [default: CATALOG.files]")
]


def mirror(place: Place, to: tuple[Kind, str], names: tuple[str, ...], files: str | None) -> int:
    """Bring a mirror up to date and say what was written to each relation."""
    from flows.cli.output import deliver_rows
    from warehouse.mirrors.keeping import check_apart, keep
    from warehouse.mirrors.kinds import opener

    kind, target = to
    check_apart(place, target)
    done = keep(place, opener(kind, target, files), names)
    deliver_rows(
        ("relation", "written", "removed", "rows"), ((m.relation, m.written, m.removed, m.rows) for m in done), "table"
    )
    say()
    say(f"{sum(m.written for m in done):,} rows written, {sum(m.removed for m in done):,} removed")
    return 0
