"""What systemd is told of a service: that it is ready, what it does, that it still lives (sd_notify(3)).

Without systemd the socket is not named in the environment, and nothing happens.
"""

from __future__ import annotations

import os
import socket
import time
from contextlib import suppress


class Notifier:
    """Tells systemd by the socket that NOTIFY_SOCKET names; it is taken out of the environment of child processes."""

    def __init__(self) -> None:
        self._address = os.environ.pop("NOTIFY_SOCKET", "")
        watched = int(os.environ.pop("WATCHDOG_USEC", "0") or 0)
        self._pause = watched / 2e6
        self._next = 0.0

    def tell(self, *states: str) -> None:
        """Send states such as READY=1 or STATUS=…; a systemd that does not listen is no failure."""
        if not self._address:
            return
        address = "\0" + self._address[1:] if self._address.startswith("@") else self._address
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as channel, suppress(OSError):
            channel.sendto("\n".join(states).encode(), address)

    def alive(self) -> None:
        """Say at half of systemd's watchdog interval that the service is alive; to be called often."""
        if self._pause and time.monotonic() >= self._next:
            self._next = time.monotonic() + self._pause
            self.tell("WATCHDOG=1")
