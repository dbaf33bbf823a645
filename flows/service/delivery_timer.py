"""Deliveries of a served desk: a thread that sends what is due within a second of its time.

It looks at one file, which runs touch when watches found something, and opens the database only when there is something to
do. Only one process of a desk does this at a time; another takes over when that ends.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from datetime import datetime

from flows.clock import now
from flows.delivery import rounds
from parsers.errors import NewsdeskError
from warehouse.database.place import Place
from warehouse.database.publish import publish_now
from warehouse.watching import outbox

LOOK_SECONDS = 0.25
"""How often the file is looked at."""

PUBLISH_SECONDS = 20.0
"""How often at most what came of deliveries is published, if nothing else is."""

PUBLISH_SHARE = 20.0
"""… unless publishing takes more than one part in so many of the time."""

FAILED_SECONDS = 15.0
"""How long it waits when the database could not be written to."""

ROUND_SECONDS = 25.0
"""How long the end of a round is waited for: the longest attempt."""

log = logging.getLogger("newsdesk")


class DeliveryTimer:
    """Delivers on a timer, in a thread, as long as this process lives or until stopped.

    `report` is called when something could not be delivered, or could again, and that is published.
    """

    def __init__(self, place: Place, report: Callable[[], object] = lambda: None) -> None:
        self._place = place
        self._report = report
        self._failing = False
        self._unreported = False
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="deliveries", daemon=True)
        self._seen = -1
        self._due: datetime | None = None
        self._unpublished = False
        self._publish_at = 0.0

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End after the current round."""
        self._stop.set()
        self._thread.join(ROUND_SECONDS)

    def _run(self) -> None:
        while not self._stop.is_set():
            with outbox.on_duty(self._place) as mine:
                while mine and not self._stop.wait(LOOK_SECONDS):
                    self._guarded()
            self._stop.wait(1.0)

    def _guarded(self) -> None:
        try:
            self.look()
        except (NewsdeskError, OSError) as error:
            log.warning("watches: nothing could be delivered (%s); trying again in %.0f s", error, FAILED_SECONDS)
            self._seen = -1
            self._stop.wait(FAILED_SECONDS)

    def look(self) -> None:
        """Deliver if a run has found something since the last look, or if something is due; publish if it is time to."""
        touched = self._touched()
        if touched and (touched != self._seen or (self._due is not None and self._due <= now())):
            self._seen = touched
            done = rounds.deliver(self._place)
            self._due = done.next_due
            self._unpublished = self._unpublished or done.attempted
            if done.attempted:
                self._unreported = self._unreported or self._failing or done.failed > 0
                self._failing = done.failed > 0
            if done.busy:
                self._seen = -1
        if self._unpublished and time.monotonic() >= self._publish_at:
            self._publish()

    def _publish(self) -> None:
        start = time.monotonic()
        publish_now(self._place)
        self._unpublished = False
        cost = time.monotonic() - start
        self._publish_at = time.monotonic() + max(PUBLISH_SECONDS, PUBLISH_SHARE * cost)
        if self._unreported:
            self._unreported = False
            self._report()

    def _touched(self) -> int:
        try:
            return outbox.signal_path(self._place).stat().st_mtime_ns
        except FileNotFoundError:
            return 0
