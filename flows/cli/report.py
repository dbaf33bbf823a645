"""`newsdesk report`: write the HTML report."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from flows.cli.options import DEFAULT, NONE_OR_MORE, Database
from flows.cli.printing import say
from flows.reporting.report import build
from parsers.errors import UsageError
from warehouse.asking.report_figures import Limits, overview
from warehouse.database.place import Place
from warehouse.database.store import reading


def report(
    *,
    output: Annotated[Path, Parameter(name=["--output", "-o"], help="The file to write.")] = Path("report.html"),
    title: Annotated[str, Parameter(help="Page title.")] = "The desk",
    articles: Annotated[
        int, Parameter(help="Number of repaired articles shown side by side.", validator=NONE_OR_MORE)
    ] = 12,
    database: Database = DEFAULT,
) -> int:
    """Write one HTML file: stories and their spread, figures by measure, quotations, a timeline, raw beside clean.

    The file needs no network, server or other file, and is readable on a phone.

    Example: newsdesk report --output today.html --title "Monday's desk"
    """
    if not output.absolute().parent.is_dir():
        raise UsageError(f"the folder {output.absolute().parent} does not exist")
    place = Place.at(database)
    with reading(place) as warehouse:
        shown = overview(warehouse, Limits(pages=articles))
    at = datetime.fromtimestamp(place.published.stat().st_mtime, UTC)
    part = output.with_name(f".{output.name}.part")
    part.write_text(build(shown, title, at), encoding="utf-8")
    part.replace(output)
    say(f"{output}  {output.stat().st_size:,} bytes")
    return 0
