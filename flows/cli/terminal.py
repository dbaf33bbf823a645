"""How things look on a terminal: tables, progress, and plain lines elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, JustifyMethod, RenderableType
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from flows.escaping import visible

OUTCOME_STYLE = {
    "loaded": "green",
    "revision": "cyan",
    "duplicate": "cyan",
    "unchanged": "dim",
    "rejected": "yellow",
    "failed": "red",
}


UNLIMITED = 10_000
GAP = 2
NARROW = 10
"""A table whose wide columns would have less than this says nothing."""


class _Console(Console):
    def on_broken_pipe(self) -> None:
        raise BrokenPipeError  # rich would end here as if something had failed

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        for segment in super().render(renderable, options):
            yield segment if segment.control else Segment(visible(segment.text), segment.style)


def console(*, errors: bool = False) -> Console:
    """The standard output (or errors): coloured and fitted to a terminal; elsewhere as wide as its longest line.

    What is printed is text, never markup, and made visible: only styles of ours become commands to the terminal.
    """
    width = None if (sys.stderr if errors else sys.stdout).isatty() else UNLIMITED
    return _Console(stderr=errors, highlight=False, markup=False, emoji=False, width=width)


def shown(text: str, style: str = "") -> Text:
    """A text made visible before its width is measured; lines stay."""
    return Text(visible(text), style=style)


def table(names: Sequence[str], rows: Sequence[Sequence[object]], right: Sequence[str] = ()) -> Table:
    """A light table; columns named in `right` are numbers. Where they do not fit side by side, one line a value."""
    cells = [[_cell(value) for value in row] for row in rows]
    widths = [max(cell_len(name), *(row[i].cell_len for row in cells), 0) for i, name in enumerate(names)]
    widest = _fair(widths, console().width - GAP * (len(names) - 1))
    if widest < min(NARROW, max(widths, default=0)):
        return _records(names, cells)
    made = Table(box=None, pad_edge=False, header_style="bold", padding=(0, GAP, 0, 0))
    for name in names:
        justify: JustifyMethod = "right" if name in right else "left"
        made.add_column(name, justify=justify, overflow="ellipsis", no_wrap=True, max_width=widest)
    for row in cells:
        made.add_row(*row)
    return made


def _fair(widths: Sequence[int], room: int) -> int:
    """The width that no column may exceed, so that all fit in the room: narrow ones keep theirs, wide ones share the rest."""
    for left, width in zip(range(len(widths), 0, -1), sorted(widths), strict=True):
        if width * left > room:
            return room // left
        room -= width
    return max(widths, default=0)


def _records(names: Sequence[str], rows: Sequence[Sequence[Text]]) -> Table:
    """A row after the other, each value on its own line beside its name."""
    made = Table.grid(padding=(0, GAP, 0, 0))
    named = max(map(cell_len, names))
    made.add_column(style="bold", no_wrap=True, min_width=named)
    made.add_column(overflow="ellipsis", no_wrap=True, max_width=max(1, console().width - named - GAP))
    for number, row in enumerate(rows, 1):
        made.add_row(Text(f"── {number}", style="dim"))
        for name, cell in zip(names, row, strict=True):
            made.add_row(name, cell)
    return made


def cut(text: str | None, length: int) -> str:
    """A text for a narrow column."""
    text = " ".join((text or "").split())
    return text if len(text) <= length else text[: length - 1] + "…"


def _cell(value: object) -> Text:
    text = "" if value is None else str(value)
    return Text(visible(text, keep=""), style=OUTCOME_STYLE.get(text, ""))
