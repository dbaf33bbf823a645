"""The raw text as lines, and what the readers of fields hand to each other: marks and statements."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from parsers.model import Mark, MarkKind, Statement

_LINE = re.compile(r"[^\s](?:[^\n]*[^\s])?")


class Line(NamedTuple):
    """Raw offsets of a line without its margins; never empty."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one reader found: marks in the raw text, statements, and where it stopped reading."""

    end: int
    marks: tuple[Mark, ...] = ()
    statements: tuple[Statement, ...] = ()


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines that hold anything."""
    return tuple([Line(*m.span()) for m in _LINE.finditer(text)])


def after_space(text: str, at: int) -> int:
    """The next offset at or behind `at` that is not white space."""
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def before_space(text: str, at: int) -> int:
    """The offset behind the last character before `at` that is not white space."""
    while at > 0 and text[at - 1].isspace():
        at -= 1
    return at


def line_end(text: str, at: int) -> int:
    """The end of the line that holds `at`, without trailing white space."""
    end = text.find("\n", at)
    return max(at, before_space(text, len(text) if end < 0 else end))


def mark(kind: MarkKind, start: int, end: int, rule: str) -> Mark:
    """A mark, short to write."""
    return Mark(kind=kind, raw_start=start, raw_end=end, rule=rule)


def say(field: str, value: str, source: str, start: int | None = None, end: int | None = None) -> Statement:
    """A statement, short to write."""
    return Statement(field=field, value=value, source=source, raw_start=start, raw_end=end)


def without_overlaps(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Marks in raw order; of two residue marks that overlap the earlier (then the longer) stays."""
    kept: list[Mark] = []
    cut = 0
    distinct = {(m.kind, m.raw_start, m.raw_end, m.rule): m for m in marks}
    for m in sorted(distinct.values(), key=lambda m: (m.raw_start, -m.raw_end, m.kind)):
        if m.kind == "residue" and m.raw_start < cut:
            continue
        if m.raw_end > m.raw_start:
            kept.append(m)
            cut = max(cut, m.raw_end) if m.kind == "residue" else cut
    return tuple(kept)
