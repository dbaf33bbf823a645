"""Quotation marks paired: what stands between them, across paragraphs where a quotation reopens without closing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from parsers.model import Passage

_DOUBLE_MARKS = '“”„‟«»"'
_DOUBLE = re.compile(f"[{_DOUBLE_MARKS}]")
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
    if any(map(body.__contains__, _DOUBLE_MARKS)):
        marks = _DOUBLE
    elif "‘" in body or "’" in body:
        marks = _SINGLE
    else:
        return ()
    found: list[Quoted] = []
    waiting = 0
    for index, passage in enumerate(passages):
        rest = passage.start_char
        if waiting:
            first = marks.search(body, rest, passage.end_char)
            if first is None:
                waiting -= 1
                continue
            if _reopens(passage, first) or _closes(body, first):
                end, rest = _continued(body, passage, first, marks)
                found[-1] = found[-1]._replace(end=end, closed=rest > 0)
                rest = rest or passage.end_char
        found.extend(_paired(body, passage, rest, index, marks))
        waiting = _PARAGRAPHS if found and not found[-1].closed and found[-1].end == passage.end_char else 0
    return tuple(q for q in found if q.end - q.start > 2)


_PARAGRAPHS = 8
"""How many paragraphs a quotation may go on without any mark before it is taken to have ended with its first."""


def _reopens(passage: Passage, first: re.Match[str]) -> bool:
    """Whether a paragraph begins with an opening mark, as the next paragraph of an open quotation does."""
    return first.start() == passage.start_char and (first.group() in _OPENING or first.group() == '"')


def _closes(body: str, mark: re.Match[str]) -> bool:
    return mark.group() in _CLOSING or (
        mark.group() == '"' and not _opens(body, mark.start(), True) and not body[mark.start() - 1].isspace()
    )


def _continued(body: str, passage: Passage, first: re.Match[str], marks: re.Pattern[str]) -> tuple[int, int]:
    """Where an open quotation ends in this paragraph, and where reading goes on; the paragraph's end and 0 when it stays open."""
    if _closes(body, first) and not _reopens(passage, first):
        return first.end(), first.end()
    quote = next(_paired(body, passage, passage.start_char, 0, marks), None)
    if quote is None or not quote.closed:
        return passage.end_char, 0
    return quote.end, quote.end


def _paired(body: str, passage: Passage, start: int, index: int, marks: re.Pattern[str]) -> Iterator[Quoted]:
    """The quotations of one passage. Marks of another kind inside a quotation are part of it."""
    opened: int | None = None
    nested = 0
    for match in marks.finditer(body, start, passage.end_char):
        at, mark = match.start(), match.group()
        opens = mark in _OPENING or (mark == '"' and _opens(body, at, opened is not None))
        if opened is None:
            opened, nested = (at if opens else None), 0
        elif opens:
            if body[opened] == mark and body[at - 1] != "\n":
                opened, nested = at, 0
            elif body[opened] == mark:
                nested = 0
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
