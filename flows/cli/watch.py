"""`newsdesk watch`: file what is dropped into folders, without the Prefect server."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from flows.cli.options import DEFAULT, Database
from flows.cli.printing import complain
from parsers.errors import UsageError
from warehouse.database.place import Place


def watch(
    *folders: Path,
    database: Database = DEFAULT,
    sweep: Annotated[float, Parameter(help="Seconds between two scans of the folders.")] = 60.0,
    polling: Annotated[
        bool, Parameter(help="Poll the folders continuously: for network folders.", negative="")
    ] = False,
) -> int:
    """Watch folders and file what is dropped into them, until Ctrl-C. No file is filed twice or lost.

    Runs appear on the Prefect server that PREFECT_API_URL names. `newsdesk serve` starts one.

    Example: newsdesk watch seeds
    """
    from flows.service.watch_folders import checked

    if not folders:
        raise UsageError("name at least one folder; for example: newsdesk watch seeds")
    paths = checked(folders)
    from flows.service.serve import Serving
    from flows.service.serve import watch as run

    def say(line: str) -> None:
        complain(f"newsdesk: {line}")

    say(f"watching {', '.join(paths)}; Ctrl-C stops")
    serving = Serving(place=Place.at(database), folders=paths, sweep_seconds=sweep, polling=polling)
    return run(serving, say, os.environ)
