"""Raw text to clean text and back: apply edits, undo them, and carry an offset across."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from parsers.model import Repair


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace `raw[start:end]` by `after`. Edits of one text are sorted and do not overlap."""

    start: int
    end: int
    after: str


def apply(raw: str, edits: Sequence[Edit]) -> str:
    """The text with every edit made. Raises ValueError when edits overlap or are out of order."""
    out: list[str] = []
    at = 0
    for edit in edits:
        if edit.start < at or edit.end < edit.start:
            raise ValueError(f"edit {edit} overlaps the one before it")
        out += (raw[at : edit.start], edit.after)
        at = edit.end
    out.append(raw[at:])
    return "".join(out)


def rebuild(body: str, repairs: Iterable[Repair]) -> str:
    """The decoded raw text, from the clean body and its repair rows alone."""
    out: list[str] = []
    at = 0
    for repair in sorted(repairs, key=lambda r: (r.raw_start, r.raw_end)):
        if repair.before != repair.after:
            out += (body[at : repair.start_char], repair.before)
            at = repair.start_char + len(repair.after)
    out.append(body[at:])
    return "".join(out)


class Alignment:
    """Carries offsets between raw and body. An offset inside an edit goes to that edit's near edge.

    `to_body(raw)` and `to_raw(body)` are monotonic; where no edit touches, `to_body(to_raw(x)) == x`.
    """

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._raw_start = [e.start for e in edits]
        self._raw_end = [e.end for e in edits]
        shifts = list(accumulate((len(e.after) - (e.end - e.start) for e in edits), initial=0))
        self._shift = shifts
        self._body_start = [e.start + s for e, s in zip(edits, shifts, strict=False)]
        self._body_end = [e.end + s for e, s in zip(edits, shifts[1:], strict=True)]

    @classmethod
    def of(cls, repairs: Iterable[Repair]) -> Alignment:
        """The alignment that repair rows describe."""
        changed = sorted((r for r in repairs if r.before != r.after), key=lambda r: (r.raw_start, r.raw_end))
        return cls([Edit(r.raw_start, r.raw_end, r.after) for r in changed])

    def to_body(self, raw: int) -> int:
        """The body offset of a raw offset."""
        i = bisect_right(self._raw_start, raw) - 1
        if i >= 0 and raw < self._raw_end[i]:
            return self._body_start[i]
        return raw + self._shift[i + 1]

    def to_raw(self, body: int) -> int:
        """The raw offset of the character that stands at a body offset (a span's start)."""
        i = bisect_right(self._body_start, body) - 1
        if i >= 0 and body < self._body_end[i]:
            return self._raw_start[i]
        return body - self._shift[i + 1]

    def to_raw_end(self, body: int) -> int:
        """The raw offset just behind the last character before a body offset (a span's end)."""
        i = bisect_left(self._body_start, body) - 1
        if i >= 0 and body <= self._body_end[i]:
            return self._raw_end[i]
        return body - self._shift[i + 1]

    def span_to_raw(self, start: int, end: int) -> tuple[int, int]:
        """The raw span of a body span: what was printed where the clean words now stand."""
        return self.to_raw(start), max(self.to_raw(start), self.to_raw_end(end))


def compose(first: Sequence[Repair], second: Sequence[Repair], between: str) -> tuple[Repair, ...]:
    """The edits from raw to body, of the edits raw → `between` and the edits `between` → body.

    Where one of each touches the same characters they become one edit of the second's kind. Rows that change nothing
    are carried over to raw offsets.
    """
    if not first:
        return tuple(second)
    to_between, to_body = Alignment.of(first), Alignment.of(second)
    kept: list[Repair] = []
    absorbed: set[int] = set()
    for repair in second:
        inner = [
            i
            for i, f in enumerate(first)
            if f.start_char < repair.raw_end and repair.raw_start < f.start_char + len(f.after)
        ]
        start, end = to_between.span_to_raw(repair.raw_start, repair.raw_end)
        if repair.before == repair.after or not inner:
            kept.append(replace(repair, raw_start=start, raw_end=end))
            continue
        absorbed.update(inner)
        kept.append(
            replace(repair, raw_start=start, raw_end=end, before=_before(repair, [first[i] for i in inner], between))
        )
    own = [replace(f, start_char=to_body.to_body(f.start_char)) for i, f in enumerate(first) if i not in absorbed]
    return tuple(sorted([*kept, *own], key=lambda r: (r.raw_start, r.raw_end)))


def _before(repair: Repair, inner: Sequence[Repair], between: str) -> str:
    """What was printed where an edit of the mended text touches mended characters."""
    out: list[str] = []
    at = repair.raw_start
    for edit in inner:
        out += (between[at : edit.start_char], edit.before)
        at = edit.start_char + len(edit.after)
    return "".join([*out, between[at : max(at, repair.raw_end)]])
