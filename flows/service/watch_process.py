"""The watcher as a process: `python -m flows.service.watch_process JSON`, ended by TERM or by the end of its parent.

It ends with `recycle.CODE` when a fresh one should take over.
"""

from __future__ import annotations

import json
import logging
import signal
import sys
from threading import Event

from flows.service import recycle
from flows.service.supervisor import die_with_parent
from warehouse.database.place import Place


def main(arguments: list[str]) -> None:
    """Watch until stopped; a current run is finished first."""
    die_with_parent(signal.SIGKILL)  # a run that continued would compete with the watcher of the next desk
    stop = Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    from flows.service import hosted
    from flows.service.watch import DEPLOYMENT, Watched, Watcher, attend

    logging.basicConfig(level=logging.WARNING, format="%(asctime)s watcher: %(message)s", datefmt="%H:%M:%S")
    given = json.loads(arguments[0])
    watched = Watched(folders=tuple(given["folders"]), sweep_seconds=given["sweep_seconds"], polling=given["polling"])
    hosted.wait_for(DEPLOYMENT, given["patience_seconds"])
    if attend(Watcher(Place.at(given["database"]), watched), stop):
        sys.exit(recycle.CODE)


if __name__ == "__main__":
    main(sys.argv[1:])
