"""The front matter, from the top of the text to the first word of the body, and the dateline that opens the body."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from parsers.fields import byline, correction, credit, dateline, header, headline, note, notice, residue
from parsers.fields.outlets import Directory
from parsers.fields.sheet import Finding, Line, after_space, line_end, mark, say
from parsers.model import Block, Mark, Statement

MOST = 24
"""Pieces of front matter looked at."""


@dataclass(slots=True)
class Reader:
    """Walks down the front matter; `at` is before what is not yet read."""

    text: str
    lines: tuple[Line, ...]
    book: Directory
    zone: str | None
    stated: tuple[Statement, ...]
    blocks: tuple[Block, ...]
    page: bool = False
    at: int = 0
    credited: bool = False
    titled: bool = False
    marks: list[Mark] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)


def read(
    text: str,
    lines: tuple[Line, ...],
    book: Directory,
    zone: str | None,
    stated: tuple[Statement, ...],
    blocks: tuple[Block, ...],
    page: bool = False,
) -> Finding:
    """Everything above the body. `stated` is what is known already, `blocks` what markup marked.

    Of a web `page` the line of the byline is furniture, as that of the date is; of other copy it is part of the text.
    """
    reader = Reader(text=text, lines=lines, book=book, zone=zone, stated=stated, blocks=blocks, page=page)
    reader.at = after_space(text, 0)
    for _ in range(MOST):
        found = _next(reader)
        if found is None or found.end <= reader.at:
            break
        reader.marks += found.marks
        reader.statements += found.statements
        reader.at = after_space(text, found.end)
    opening = dateline.read(text, reader.at, book)
    if opening:
        reader.marks += opening.marks
        reader.statements += opening.statements
    return Finding(end=reader.at, marks=tuple(reader.marks), statements=tuple(reader.statements))


def _next(reader: Reader) -> Finding | None:
    """The next piece of front matter, or None where the body begins."""
    text, at, book = reader.text, reader.at, reader.book
    if at >= len(text):
        return None
    line = Line(at, line_end(text, at))
    if found := header.at_front(text, line, reader.zone):
        return found
    if cut := residue.at_start(text, at):
        return Finding(end=cut.raw_end, marks=(cut,))
    if found := _parts(reader, line):
        return found
    if found := credit.at_front(text, at, book) or credit.line(text, line, book):
        reader.credited = True
        return found
    if reader.credited and (found := credit.masthead(text, line, book)):
        return found
    return _line(reader, line)


def _parts(reader: Reader, line: Line) -> Finding | None:
    """A line of credit and dates between bars: `Source: Xinhua | Updated: 2024-05-15 09:12`."""
    printed = reader.text[line.start : line.end]
    if "|" not in printed or len(printed) > header.LONGEST:
        return None
    said: list[Statement] = []
    for part in (p.strip() for p in printed.split("|")):
        dates = header.dates_of(part, line, reader.zone)
        named = credit.of_part(part, line, reader.book)
        if not dates and not named:
            return None
        said += dates or named
    return Finding(end=line.end, marks=(mark("residue", *line, "credit_line"),), statements=tuple(said))


def _line(reader: Reader, line: Line) -> Finding | None:
    """A whole line of front matter: a headline known already, residue, a byline, a note, a notice, a headline."""
    text, book = reader.text, reader.book
    if not reader.titled and (title := headline.repeats(text, line, reader.stated)) and not _is_all(reader, title):
        reader.titled = True
        return Finding(end=title.end, marks=(mark("headline", *title, "repeated"), mark("residue", *title, "headline")))
    if found := byline.at_front(text, line.start, book, reader.credited and not reader.titled):
        return _without_line(found, line) if reader.page and found.end == line.end else found
    if rule := residue.line_rule(text, line, "front", "line"):
        said = (say("byline", text[line.start : line.end], "byline", *line),) if rule == "staff_line" else ()
        return Finding(end=line.end, marks=(mark("residue", *line, rule),), statements=said)
    if found := note.read(text, line, book) or correction.read(text, line):
        return found
    if found := note.disclaimer(text, line, book) or notice.read(text, line, book):
        return found
    return _headline(reader, line)


def _without_line(found: Finding, line: Line) -> Finding:
    """A byline whose line leaves the body."""
    return Finding(end=found.end, marks=(*found.marks, mark("residue", *line, "byline")), statements=found.statements)


def _is_all(reader: Reader, title: Line) -> bool:
    """Whether the headline is all that its feed gives of a text: then it is the text as well."""
    return title.end == len(reader.text) and any(s.field == "headline_is_text" for s in reader.stated)


_LOUD = re.compile(
    r"(?:for\s+immediate\s+release|press\s+release|news\s+release|embargo(?:ed)?\b[^\n]{0,60})[:.]?", re.I
)


def _headline(reader: Reader, line: Line) -> Finding | None:
    if _LOUD.fullmatch(reader.text, line.start, line.end):
        said = (say("genre", "press release", "text", *line),)
        return Finding(end=line.end, marks=(mark("residue", *line, "release_mark"),), statements=said)
    known = any(
        s.field == "headline" and s.source not in ("filename", "html") for s in (*reader.stated, *reader.statements)
    )
    if reader.titled or known or dateline.read(reader.text, line.start, reader.book):
        return None
    if reader.blocks:
        title, source = headline.heading(line.start, reader.blocks), "heading"
    else:
        title, source = headline.first_line(reader.text, line.start, reader.lines), "text"
    if title is None:
        return None
    reader.titled = True
    said = (say("headline", reader.text[title.start : title.end], source, *title),)
    return Finding(
        end=title.end,
        marks=(mark("headline", *title, "first_line"), mark("residue", *title, "headline")),
        statements=said,
    )
