"""How things look on a terminal: tables, progress, and plain lines elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

OUTCOME_STYLE = {
    "loaded": "green",
    "revision": "cyan",
    "duplicate": "cyan",
    "unchanged": "dim",
    "rejected": "yellow",
    "failed": "red",
}


UNLIMITED = 10_000


def console() -> Console:
    """The standard output: coloured and fitted to a terminal; elsewhere as wide as its longest line."""
    return Console(highlight=False, width=None if sys.stdout.isatty() else UNLIMITED)


def table(names: Sequence[str], rows: Sequence[Sequence[object]], right: Sequence[str] = ()) -> Table:
    """A light table; columns named in `right` are numbers."""
    made = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for name in names:
        made.add_column(name, justify="right" if name in right else "left", overflow="ellipsis", no_wrap=True)
    for row in rows:
        made.add_row(*(_cell(value) for value in row))
    return made


def cut(text: str | None, length: int) -> str:
    """A text for a narrow column."""
    text = " ".join((text or "").split())
    return text if len(text) <= length else text[: length - 1] + "…"


def _cell(value: object) -> Text:
    text = "" if value is None else str(value)
    return Text(text, style=OUTCOME_STYLE.get(text, ""))
