"""`newsdesk attach`: read months that were moved out of the database back in queries."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from flows.cli.options import DEFAULT, Database
from flows.cli.output import ListFormat, deliver_rows
from flows.cli.printing import say
from flows.reporting.counting import counted
from warehouse.asking import attached
from warehouse.database.place import Place
from warehouse.database.store import must_exist


def attach(
    *folders: Annotated[
        Path, Parameter(help="Folders that `newsdesk export --by month --move` wrote. [default: list them]")
    ],
    format: ListFormat = "table",
    off: Annotated[bool, Parameter(negative="", help="Take the folders off instead.")] = False,
    database: Database = DEFAULT,
) -> int:
    """Attach folders of months that were moved out: `sql`, `search` and `export` then answer with both.

    Everything that is moved into an attached folder later is read too. Without folders, list what is attached.

    Example: newsdesk attach cold
    Example: newsdesk attach --off cold
    """
    place = Place.at(database)
    must_exist(place)
    for folder in folders:
        (attached.detach if off else attached.attach)(place, folder)
    now = attached.folders(place)
    if format != "table":
        months = ((str(folder), len(attached.archives((folder,)))) for folder in now)
        deliver_rows(("folder", "months"), months, format)
        return 0
    for folder in now:
        say(f"{folder}  {counted(len(attached.archives((folder,))), 'months')}")
    if not now:
        say("nothing is attached")
    return 0
