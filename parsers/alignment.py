"""Raw text to clean text and back: apply edits, undo them, and carry an offset across."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from parsers.model import Repair
from parsers.record import changed


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
        shifting = sorted((r for r in repairs if r.before != r.after), key=lambda r: (r.raw_start, r.raw_end))
        return cls([Edit(r.raw_start, r.raw_end, r.after) for r in shifting])

    def to_body(self, raw: int) -> int:
        """The body offset of a raw offset."""
        i = bisect_right(self._raw_start, raw) - 1
        if i >= 0 and raw < self._raw_end[i]:
            return self._body_start[i]
        return raw + self._shift[i + 1]

    def to_raw(self, body: int) -> int:
        """The raw offset of the character that is at a body offset (a span's start)."""
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
        if not self._raw_start:
            return start, max(start, end)
        first = self.to_raw(start)
        return first, max(first, self.to_raw_end(end))


@dataclass(slots=True)
class _Group:
    """Edits of two steps that touch the same characters: `start:end` of the text between the steps."""

    start: int
    end: int
    first: list[Repair]
    second: list[Repair]


def compose(first: Sequence[Repair], second: Sequence[Repair], between: str) -> tuple[Repair, ...]:
    """The edits from raw to body, of the edits raw → `between` and the edits `between` → body.

    Edits of both that touch the same characters become one edit, of the second's kind. Rows that change nothing are
    carried over to raw offsets.
    """
    if not first:
        return tuple(second)
    to_between, to_body = Alignment.of(first), Alignment.of(second)
    rows = [_carried(r, to_between) for r in second if r.before == r.after]
    rows += [_moved(r, to_body) for r in first if r.before == r.after]
    for group in _groups(first, second):
        if group.first and group.second:
            rows.append(_joined(group, to_between, between))
        else:
            rows += [_moved(r, to_body) for r in group.first]
            rows += [_carried(r, to_between) for r in group.second]
    return tuple(sorted(rows, key=lambda r: (r.raw_start, r.raw_end)))


def _carried(repair: Repair, to_between: Alignment) -> Repair:
    """An edit of the second step, its raw offsets carried across the first."""
    start, end = to_between.span_to_raw(repair.raw_start, repair.raw_end)
    return changed(repair, raw_start=start, raw_end=end)


def _moved(repair: Repair, to_body: Alignment) -> Repair:
    """An edit of the first step, standing where the second has moved it."""
    return changed(repair, start_char=to_body.to_body(repair.start_char))


def _groups(first: Sequence[Repair], second: Sequence[Repair]) -> Iterator[_Group]:
    """The changes of both steps in order, those that touch the same characters together."""
    spans = [(r.start_char, r.start_char + len(r.after), 0, r) for r in first if r.before != r.after]
    spans += [(r.raw_start, r.raw_end, 1, r) for r in second if r.before != r.after]
    group: _Group | None = None
    for start, end, step, repair in sorted(spans, key=lambda s: s[:3]):
        if group is None or not (start < group.end or start == end == group.start):
            if group is not None:
                yield group
            group = _Group(start, end, [], [])
        group.end = max(group.end, end)
        (group.second if step else group.first).append(repair)
    if group is not None:
        yield group


def _joined(group: _Group, to_between: Alignment, between: str) -> Repair:
    """One edit that does what the edits of both steps do together."""
    first, second = group.first, group.second
    text = between[group.start : group.end]
    undone = [Edit(r.start_char - group.start, r.start_char - group.start + len(r.after), r.before) for r in first]
    made = [Edit(r.raw_start - group.start, r.raw_end - group.start, r.after) for r in second]
    opens = first[0].start_char == group.start
    closes = first[-1].start_char + len(first[-1].after) == group.end
    return changed(
        second[0],
        raw_start=first[0].raw_start if opens else to_between.to_raw(group.start),
        raw_end=first[-1].raw_end if closes else to_between.to_raw_end(group.end),
        before=apply(text, undone),
        after=apply(text, made),
        start_char=second[0].start_char - (second[0].raw_start - group.start),
    )
