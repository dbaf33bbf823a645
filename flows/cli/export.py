"""`newsdesk export`: write tables and views to files for other programs."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from flows.cli.mirroring import FilesOption, ToOption, mirror
from flows.cli.options import DEFAULT, Database, day
from flows.cli.output import RawOption, deliver
from flows.cli.printing import complain, say
from flows.reporting.counting import counted
from parsers.errors import UsageError
from warehouse.asking.partition import by_month
from warehouse.asking.query import questions, relations
from warehouse.database.place import Place
from warehouse.database.store import must_exist

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
    move: Annotated[
        bool,
        Parameter(
            negative="", help="With --by month: take the months out of the database, with all that belongs to them."
        ),
    ] = False,
    before: Annotated[
        str | None,
        Parameter(help="With --move: stories that were last printed before this day: 2025, 2025-03 or 2025-03-14."),
    ] = None,
    to: ToOption = None,
    files: FilesOption = None,
    raw: RawOption = False,
    output: Annotated[Path, Parameter(name=["--output", "-o"], help="The folder to write to.")] = Path("export"),
    database: Database = DEFAULT,
) -> int:
    """Write tables and views to files, one each: Parquet, CSV or JSON Lines. A file is complete or not there.

    --to keeps a mirror in another database: the first run copies all, later ones write only what changed.

    --by month --move takes cold months out of the database; `newsdesk attach` reads them back in queries.

    Example: newsdesk export article fact --format csv --output out
    Example: newsdesk export article fact --by month --output cold
    Example: newsdesk export --by month --move --before 2025 --output cold
    Example: newsdesk export --to sqlite desk.sqlite
    """
    place = Place.at(database)
    if to:
        if all or by or move or before or raw:
            raise UsageError(
                "--to goes with names of tables and views only; a mirror has the usual ones if none is named"
            )
        return mirror(place, to, names, files)
    if files:
        raise UsageError("--files goes with --to ducklake")
    if move:
        return _move(place, names, by, before, output)
    if before:
        raise UsageError("--before goes with --by month --move")
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


def _move(place: Place, names: tuple[str, ...], by: str | None, before: str | None, output: Path) -> int:
    """Move months out of the database into a folder each."""
    if by is None or names or before is None:
        raise UsageError(
            "a move takes everything of a month: newsdesk export --by month --move --before 2025-01 --output cold"
        )
    from flows.run.archiving import move

    must_exist(place)
    until = datetime.fromisoformat(day(before) or "").replace(tzinfo=UTC)
    done = move(place, output.absolute(), until, say=say)
    if not done:
        say(f"no story was last printed before {before}; nothing was moved")
        return 0
    say(
        f"moved: {counted(sum(m.articles for m in done), 'articles')} in {counted(len(done), 'months')}; the database was rewritten and published"
    )
    say(f"newsdesk attach {output} reads them back in queries")
    return 0
