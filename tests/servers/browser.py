"""A headless Chromium of a given width, driven over its DevTools protocol. https://chromedevtools.github.io/devtools-protocol/"""

from __future__ import annotations

import itertools
import json
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import httpx
from websockets.sync.client import connect

from tests.servers.watched_desk import PATIENCE, until

QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--remote-debugging-port=0",
)  # fmt: skip
SECONDS = 120.0


class Browser:
    """A browser with one page of `width` pixels, whose profile is in `folder`."""

    def __init__(self, command: str, folder: Path, width: int) -> None:
        self._command = command
        self._profile = folder / "profile"
        self._width = width
        self._ids = itertools.count(1)

    def __enter__(self) -> Self:
        given = [self._command, *QUIET, f"--user-data-dir={self._profile}", "about:blank"]
        self._process = subprocess.Popen(given, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        port_file = self._profile / "DevToolsActivePort"
        until(lambda: port_file.exists() and port_file.read_text().count("\n"), PATIENCE, "the browser runs")
        port = port_file.read_text().split("\n")[0]
        (page,) = [t for t in httpx.get(f"http://127.0.0.1:{port}/json").json() if t["type"] == "page"]
        self._socket = connect(page["webSocketDebuggerUrl"], max_size=None, compression=None)
        self._do("Page.enable")
        self._do("Emulation.setDeviceMetricsOverride", width=self._width, height=900, deviceScaleFactor=1, mobile=False)
        return self

    def open(self, address: str) -> None:
        """Go to a page and wait until all of it is loaded."""
        self._do("Page.navigate", url=address)
        while json.loads(self._socket.recv(timeout=SECONDS)).get("method") != "Page.loadEventFired":
            pass

    def value(self, expression: str) -> Any:
        """The value of an expression of JavaScript in the page."""
        answer = self._do("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def _do(self, method: str, **parameters: object) -> dict[str, Any]:
        number = next(self._ids)
        self._socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            said = json.loads(self._socket.recv(timeout=SECONDS))
            if said.get("id") == number:
                assert "error" not in said, said
                return dict(said["result"])

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._socket.close()
        self._process.terminate()
        self._process.wait(120)
