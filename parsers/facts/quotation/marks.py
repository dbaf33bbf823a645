"""Quotation marks paired: what stands between them, across paragraphs where a quotation reopens without closing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from parsers.model import Passage

_DOUBLE = re.compile(r"[“”„‟«»\"]")
_SINGLE = re.compile(r"(?<!\w)‘(?=\w)|’(?!\w)")
_OPENING = "“„«‟‘"
_CLOSING = "”»’"


class Quoted(NamedTuple):
    """A stretch between quotation marks, marks included; `passage` is the index of the passage in which it begins."""

    start: int
    end: int
    passage: int
    closed: bool = True

    def inner(self, body: str) -> str:
        """The words without their marks."""
        return body[self.start : self.end].strip(_OPENING + _CLOSING + '"')


def quoted(body: str, passages: tuple[Passage, ...]) -> tuple[Quoted, ...]:
    """Everything between quotation marks, in reading order; a quotation over several paragraphs is one. Linear."""
    marks = _DOUBLE if _DOUBLE.search(body) else _SINGLE
    found: list[Quoted] = []
    for index, passage in enumerate(passages):
        for quote in _paired(body, passage, index, marks):
            last = found[-1] if found else None
            if (
                last
                and not last.closed
                and quote.passage == _last_passage(body, passages, last, index)
                and quote.start == passage.start_char
            ):
                found[-1] = Quoted(last.start, quote.end, last.passage, quote.closed)
            else:
                found.append(quote)
    return tuple(q for q in found if q.end - q.start > 2)


def _last_passage(body: str, passages: tuple[Passage, ...], quote: Quoted, index: int) -> int:
    """The index that continues a quotation which ended unclosed with its passage; -1 when something stands between."""
    return index if index and passages[index - 1].end_char == quote.end and body[quote.start] in _OPENING + '"' else -1


def _paired(body: str, passage: Passage, index: int, marks: re.Pattern[str]) -> Iterator[Quoted]:
    """The quotations of one passage. Marks of another kind inside a quotation are part of it."""
    opened: int | None = None
    nested = 0
    for match in marks.finditer(body, passage.start_char, passage.end_char):
        at, mark = match.start(), match.group()
        opens = mark in _OPENING or (mark == '"' and _opens(body, at, opened is not None))
        if opened is None:
            opened, nested = (at if opens else None), 0
        elif opens:
            if body[opened] == mark:
                opened, nested = at, 0
            else:
                nested += 1
        elif nested and (mark == '"') != (body[opened] == '"'):
            nested -= 1
        else:
            yield Quoted(opened, at + 1, index)
            opened = None
    if opened is not None and (passage.end_char - opened > 30 or opened == passage.start_char):
        yield Quoted(opened, passage.end_char, index, closed=False)


def _opens(body: str, at: int, inside: bool) -> bool:
    """Whether a straight mark opens: it stands before a word and behind a space, a bracket or a dash."""
    before = body[at - 1] if at else " "
    after = body[at + 1] if at + 1 < len(body) else " "
    free = before.isspace() or before in "([{—–-‘'/:"
    if inside:
        return free and before.isspace() and (after.isalnum() or after in "'‘$…[")
    return not after.isspace() and (free or (not before.isalnum() and before not in ".,!?…"))
