"""The parts of a served desk as a file beside the database, renewed while it runs: what `newsdesk health` looks at."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Sequence
from contextlib import suppress

from flows.monitoring.health import parts_path
from flows.service.supervisor import Child
from warehouse.database.place import Place

EVERY_SECONDS = 10.0


class Keeper:
    """Writes the file when something changed, and now and then to show that somebody still does.

    `api` is the address of the Prefect API that the desk uses.
    """

    def __init__(self, place: Place, api: str | None = None) -> None:
        self._api = api
        self._path = parts_path(place)
        self._said = ""
        self._next = 0.0

    def note(self, children: Sequence[Child]) -> None:
        """Write down which parts run. A full disk is not this file's business."""
        parts = [{"name": c.part.name, "pid": c.pid, "alive": c.alive(), "given_up": c.given_up} for c in children]
        said = json.dumps({"pid": os.getpid(), "api": self._api, "parts": parts})
        if said == self._said and time.monotonic() < self._next:
            return
        self._said, self._next = said, time.monotonic() + EVERY_SECONDS
        with suppress(OSError):
            part = self._path.with_suffix(".part")
            part.write_text(said, "utf-8")
            part.replace(self._path)
