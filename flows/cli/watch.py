"""`newsdesk watch`: file what is dropped into folders, in one process, without the rest of the desk."""

from __future__ import annotations

import logging
import signal
import sys
from pathlib import Path
from threading import Event
from typing import Annotated

from cyclopts import Parameter

from flows.cli.options import DEFAULT, Database
from parsers.errors import UsageError
from warehouse.place import Place


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
    from flows.watch_folders import checked

    if not folders:
        raise UsageError("name at least one folder; for example: newsdesk watch seeds")
    paths = checked(folders)
    print("newsdesk: starting Prefect …", file=sys.stderr, flush=True)
    from flows.watch import Watched, Watcher

    stop = Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    logging.basicConfig(level=logging.WARNING, format="newsdesk: %(message)s")
    print(f"newsdesk: watching {', '.join(paths)}; Ctrl-C stops", file=sys.stderr, flush=True)
    Watcher(Place.at(database), Watched(folders=paths, sweep_seconds=sweep, polling=polling)).run(stop)
    return 0
