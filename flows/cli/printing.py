"""The only place from which the command line prints plain lines: what documents, paths and people say is made visible first.

Tables and colours go through `flows.cli.terminal.console`, which does the same.
"""

from __future__ import annotations

import sys
from typing import IO

from flows.escaping import visible


def say(line: str = "", *, end: str = "\n") -> None:
    """A line on standard output."""
    print(visible(line), end=end)


def complain(line: str) -> None:
    """A line on standard error, at once."""
    print(visible(line), file=sys.stderr, flush=True)


class Visible:
    """A text stream that makes visible what is written to it, and says no more than that it is one."""

    def __init__(self, out: IO[str]) -> None:
        self._out = out

    def write(self, text: str) -> int:
        """Write the text as a terminal may have it."""
        return self._out.write(visible(text))

    def isatty(self) -> bool:
        """Whether a person looks on."""
        return self._out.isatty()
