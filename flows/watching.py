"""The watcher as a part of the desk: `python -m flows.watching JSON`, ended by TERM or by the end of its parent."""

from __future__ import annotations

import json
import logging
import signal
import sys
from threading import Event

from flows.children import die_with_parent
from warehouse.place import Place

PATIENCE_SECONDS = 30.0
"""How long the first sweep waits for its deployment to be registered, so that its run stands there."""


def main(arguments: list[str]) -> None:
    """Watch until told to stop; a run at work is finished first."""
    die_with_parent()
    stop = Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    from flows import hosted
    from flows.watch import DEPLOYMENT, Watched, Watcher

    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    given = json.loads(arguments[0])
    watched = Watched(folders=tuple(given["folders"]), sweep_seconds=given["sweep_seconds"], polling=given["polling"])
    hosted.wait_for(DEPLOYMENT, PATIENCE_SECONDS)
    Watcher(Place.at(given["database"]), watched).run(stop)


if __name__ == "__main__":
    main(sys.argv[1:])
