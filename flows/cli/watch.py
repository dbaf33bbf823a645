"""`newsdesk watch`: file what is dropped into folders, in one process, without the rest of the desk."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from flows.cli.options import DEFAULT, Database
from parsers.errors import UsageError
from warehouse.database.place import Place


def watch(
    *folders: Path,
    database: Database = DEFAULT,
    sweep: Annotated[float, Parameter(help="Seconds between looks through the whole folders.")] = 60.0,
    polling: Annotated[
        bool, Parameter(help="Look for changes all the time: for network folders.", negative="")
    ] = False,
) -> int:
    """Watch folders and file what is dropped into them, until Ctrl-C. Nothing is filed twice, and nothing is lost.

    Runs stand in the Prefect server that PREFECT_API_URL names; `newsdesk serve` brings one along.

    Example: newsdesk watch seeds
    """
    from flows.service.watch_folders import checked

    if not folders:
        raise UsageError("name at least one folder; for example: newsdesk watch seeds")
    paths = checked(folders)
    from flows.service.serve import Serving
    from flows.service.serve import watch as run

    say = partial(print, "newsdesk:", file=sys.stderr, flush=True)
    say(f"watching {', '.join(paths)}; Ctrl-C stops")
    serving = Serving(place=Place.at(database), folders=paths, sweep_seconds=sweep, polling=polling)
    return run(serving, say, os.environ)
