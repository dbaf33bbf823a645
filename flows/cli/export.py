"""`newsdesk export`: write tables and views to files for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from flows.cli.options import DEFAULT, Database
from flows.cli.output import RawOption, deliver
from flows.cli.printing import complain, say
from parsers.errors import UsageError
from warehouse.asking.partition import by_month
from warehouse.asking.query import questions, relations
from warehouse.database.place import Place

HEAVY = ("raw_document",)
"""Left out of `export --all` in text formats: bytes are no text."""


def export(
    *names: Annotated[str, Parameter(help="Tables and views; `newsdesk sql .tables` lists them.")],
    all: Annotated[bool, Parameter(negative="", help="Every table and view that is not internal.")] = False,
    format: Annotated[
        Literal["parquet", "csv", "jsonl"], Parameter(name=["--format", "-f"], help="File format.")
    ] = "parquet",
    by: Annotated[
        Literal["month"] | None, Parameter(help="One Parquet file per month of publication, in one folder per table.")
    ] = None,
    raw: RawOption = False,
    output: Annotated[Path, Parameter(name=["--output", "-o"], help="The folder to write to.")] = Path("export"),
    database: Database = DEFAULT,
) -> int:
    """Write tables and views to files, one each: Parquet, CSV or JSON Lines. A file is complete or not there.

    Example: newsdesk export article fact --format csv --output out
    Example: newsdesk export article fact --by month --output cold
    """
    place = Place.at(database)
    with questions(place) as warehouse:
        known = relations(warehouse)
    wanted = [name for name, _, holds in known if not holds.startswith("Internal")] if all else list(names)
    unknown = sorted(set(wanted) - {name for name, _, _ in known})
    if unknown or not wanted:
        there = ", ".join(name for name, _, holds in known if not holds.startswith("Internal"))
        raise UsageError(
            f"{'no ' + ', '.join(unknown) if unknown else 'name what to export, or --all'}; there is: {there}"
        )
    if by and format != "parquet":
        raise UsageError("--by month writes Parquet; leave --format out")
    output.mkdir(parents=True, exist_ok=True)
    for name in wanted:
        if all and name in HEAVY and format != "parquet":
            complain(f"{name} is left out because it holds bytes, not text; --format parquet includes it")
            continue
        if by:
            say(f"{output / name}  {by_month(place, name, output / name):,} months")
            continue
        target = output / f"{name}.{format}"
        deliver(place, f'from "{name}"', format, target, raw=raw)
        say(f"{target}  {target.stat().st_size:,} bytes")
    return 0
