"""A text cut into pieces at the borders of what is to be marked in it: edits, facts, matches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from parsers.model import FLAGS, Fact, Repair


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the body with a label; `note` says more (for a tooltip)."""

    start: int
    end: int
    label: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Deleted:
    """Characters that stood in the raw text before body offset `at`."""

    at: int
    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters with the marks that cover them; `deleted` ones are not in the body."""

    text: str
    marks: tuple[Mark, ...] = ()
    deleted: bool = False


def pieces(body: str, start: int, end: int, marks: Sequence[Mark], deleted: Sequence[Deleted] = ()) -> list[Piece]:
    """The body from `start` to `end`, cut so that every piece is wholly inside or outside of each mark."""
    inside = [m for m in marks if m.start < end and m.end > start]
    gone = [d for d in deleted if start <= d.at <= end]
    cuts = {start, end}
    cuts.update(at for m in inside for at in (m.start, m.end) if start < at < end)
    cuts.update(d.at for d in gone)
    return list(_cut(body, sorted(cuts), sorted(inside, key=lambda m: m.start), gone))


def _cut(body: str, cuts: Sequence[int], marks: Sequence[Mark], gone: Sequence[Deleted]) -> Iterator[Piece]:
    away: dict[int, list[Deleted]] = {}
    for each in gone:
        away.setdefault(each.at, []).append(each)
    active: list[Mark] = []
    following = 0
    for i, at in enumerate(cuts):
        for each in away.get(at, ()):
            yield Piece(each.text, (Mark(at, at, "deleted", each.note),), deleted=True)
        if i + 1 == len(cuts):
            return
        active = [m for m in active if m.end > at]
        while following < len(marks) and marks[following].start <= at:
            if marks[following].end > at:
                active.append(marks[following])
            following += 1
        yield Piece(body[at : cuts[i + 1]], tuple(active))


def edits(repairs: Iterable[Repair]) -> tuple[list[Mark], list[Deleted]]:
    """What edits put into the body, and what they took out."""
    marks, gone = [], []
    for r in repairs:
        note = f"{_named(r)} ({r.rule}, {r.score:.2f})"
        if r.kind in FLAGS:
            marks.append(Mark(r.start_char, max(r.start_char + len(r.after), r.start_char + 1), r.kind, note))
        elif r.before != r.after:
            common = _common(r.before, r.after)
            head, tail = common
            if r.after[head : len(r.after) - tail]:
                marks.append(Mark(r.start_char + head, r.start_char + len(r.after) - tail, "inserted", note))
            if r.before[head : len(r.before) - tail]:
                gone.append(Deleted(r.start_char + head, r.before[head : len(r.before) - tail], note))
    return marks, gone


def _named(r: Repair) -> str:
    """What an edit is; for a gap, how much is missing there."""
    return f"{r.min_missing} to {r.max_missing} letters missing" if r.kind == "gap" else r.kind.replace("_", " ")


def _common(before: str, after: str) -> tuple[int, int]:
    """How many characters two texts share at the head, and then at the tail."""
    most = min(len(before), len(after))
    head = next((i for i in range(most) if before[i] != after[i]), most)
    tail = next((i for i in range(most - head) if before[-1 - i] != after[-1 - i]), most - head)
    return head, tail


def evidence(facts: Iterable[Fact]) -> list[Mark]:
    """Positions of the facts: their evidence, and in it the number, date or name that anchors them."""
    marks = []
    for fact in facts:
        marks.append(Mark(fact.start_char, fact.end_char, "evidence", fact.kind))
        if fact.anchor_start is not None and fact.anchor_end is not None:
            marks.append(Mark(fact.anchor_start, fact.anchor_end, fact.kind, summary(fact)))
    return marks


def summary(fact: Fact) -> str:
    """A fact in one line."""
    said = fact.kind if not fact.subtype else f"{fact.kind} ({fact.subtype})"
    number = amount(fact)
    parts = [number, fact.subject, fact.predicate, fact.object if fact.kind != "quotation" else None]
    if fact.kind in ("time",) or (not number and fact.timex_value):
        parts.append(fact.timex_value)
    elif fact.timex_value:
        parts.append(f"[{fact.timex_value}]")
    if fact.speaker:
        parts.append(f"— {fact.speaker}")
    return f"{said}: " + " ".join(p for p in parts if p)


def amount(fact: Fact) -> str:
    """The number of a fact with its bound and unit."""
    if fact.value is None:
        return ""
    number = f"{fact.value:,.10g}" + (f"–{fact.value_high:,.10g}" if fact.value_high is not None else "")
    bound = "" if fact.bound in (None, "=", "range") else f"{fact.bound} "
    of = f" of {fact.of_value:,.10g}" if fact.of_value is not None else ""
    return f"{bound}{number}{of} {(fact.unit or '').strip('{}')}".strip()
