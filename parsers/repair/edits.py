"""Changes to a text, notes about it, and how two rounds of changes become one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parsers.alignment import Edit, apply
from parsers.model import Repair, RepairKind


@dataclass(frozen=True, slots=True)
class Change(Edit):
    """An edit, and why it was made."""

    kind: RepairKind
    score: float = 1.0
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """Something seen at `start:end` that changes no character: a gap, or a join too doubtful to make."""

    start: int
    end: int
    kind: RepairKind
    score: float
    rule: str
    min_missing: int | None = None
    max_missing: int | None = None


def changed(text: str, changes: Sequence[Change]) -> str:
    """The text with every change made."""
    return apply(text, changes) if changes else text


def apart(changes: Sequence[Change]) -> list[Change]:
    """Without the changes that reach into the one before."""
    out: list[Change] = []
    for c in changes:
        if not out or c.start >= out[-1].end:
            out.append(c)
    return out


def compose(first: Sequence[Change], second: Sequence[Change]) -> list[Change]:
    """The changes from text 0 to text 2, given those from 0 to 1 and from 1 to 2. Changes that touch become one."""
    out: list[Change] = []
    shift = at = 0  # text 1 minus text 0 before first[at]
    for change in second:
        while at < len(first) and first[at].start + shift + len(first[at].after) <= change.start:
            out.append(first[at])
            shift += len(first[at].after) - (first[at].end - first[at].start)
            at += 1
        inside = []
        start = change.start - shift
        while at < len(first) and _begins_within(first[at].start + shift, change):
            inside.append((first[at], shift))
            shift += len(first[at].after) - (first[at].end - first[at].start)
            at += 1
        out.append(_merged(change, start, change.end - shift, inside) if inside or shift else change)
    return [*out, *first[at:]]


def _begins_within(start: int, change: Change) -> bool:
    return start < change.end


def _merged(change: Change, start: int, end: int, inside: Sequence[tuple[Change, int]]) -> Change:
    """One change out of `change` and those earlier ones whose results it touches."""
    if not inside:
        return Change(start, end, change.after, change.kind, change.score, change.rule)
    (head, before), (tail, behind) = inside[0], inside[-1]
    kept_left = head.after[: max(0, change.start - head.start - before)]
    spare = tail.start + behind + len(tail.after) - change.end
    kept_right = tail.after[len(tail.after) - spare :] if spare > 0 else ""
    cut = next((c for c, _ in inside if c.kind == "residue"), None)
    named = cut or change
    return Change(
        min(start, head.start),
        max(end, tail.end),
        kept_left + change.after + kept_right,
        named.kind,
        min([change.score, *(c.score for c, _ in inside)]),
        named.rule,
    )


def rows(raw: str, changes: Sequence[Change], notes: Sequence[Note] = ()) -> tuple[Repair, ...]:
    """The repair rows of changes and notes, both in raw offsets, in raw order."""
    shifts, out = 0, []
    for c in changes:
        if raw[c.start : c.end] != c.after:
            out.append(_row(raw, c, c.start + shifts))
        shifts += len(c.after) - (c.end - c.start)
    out += _note_rows(raw, changes, notes)
    return tuple(sorted(out, key=lambda r: (r.raw_start, r.raw_end)))


def _row(raw: str, c: Change, start_char: int) -> Repair:
    before = raw[c.start : c.end]
    return Repair(
        kind=c.kind, raw_start=c.start, raw_end=c.end, before=before, after=c.after, start_char=start_char, score=c.score, rule=c.rule
    )  # fmt: skip


def _note_rows(raw: str, changes: Sequence[Change], notes: Sequence[Note]) -> list[Repair]:
    out, shift, at = [], 0, 0
    for n in sorted(notes, key=lambda n: n.start):
        while at < len(changes) and changes[at].end <= n.start:
            shift += len(changes[at].after) - (changes[at].end - changes[at].start)
            at += 1
        here = raw[n.start : n.end]
        out.append(
            Repair(
                kind=n.kind, raw_start=n.start, raw_end=n.end, before=here, after=here, start_char=n.start + shift,
                score=n.score, rule=n.rule, min_missing=n.min_missing, max_missing=n.max_missing,
            )
        )  # fmt: skip
    return out
