"""Exports of news databases as text: Nexis, Factiva, ProQuest. Each document of a file is a member.

The layouts are those that users of these services download (also as RTF and DOCX, whose text comes here): lines with
labels around a text. A document is read again from its own slice of the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.charset import decode
from parsers.errors import Rejected
from parsers.fields.dates import parse_date
from parsers.formats import factiva, nexis, proquest
from parsers.formats.look import Kind, Look, never
from parsers.formats.pieces import Inside, Limits, Part
from parsers.formats.source import Source
from parsers.model import BlockKind, Copy, RawDocument, Reason, Statement

LAYOUTS = (nexis, factiva, proquest)
"""Each has `MEDIA_TYPE`, `TITLE`, `is_layout(text)`, `slices(text)` and `read(text)`."""

MEDIA_TYPES = tuple(layout.MEDIA_TYPE for layout in LAYOUTS)
EXPORT = "text/x-news-export"

Piece = tuple[BlockKind, str]


def _matches(look: Look) -> bool:
    text = look.text
    return text is not None and any(layout.is_layout(text) for layout in LAYOUTS)


KINDS = (
    Kind(media_type=EXPORT, title="text exports of Nexis, Factiva and ProQuest", matches=_matches, holds="members", endings=(".txt", ".rtf", ".docx")),
    *(Kind(media_type=layout.MEDIA_TYPE, title=layout.TITLE, matches=never, holds="document", declared=True) for layout in LAYOUTS),
)  # fmt: skip


def parts(source: Source, look: Look, limits: Limits) -> Iterator[Inside]:
    """The documents of an export."""
    del look
    payload = source.rest(limits.document)
    text = decode(payload, None, source.name).text
    yield from documents(text) or (Part(ordinal=None, payload=payload),)


def documents(text: str) -> tuple[Inside, ...]:
    """The documents in the text of an export, each in UTF-8; none when it is no export."""
    layout = next((layout for layout in LAYOUTS if layout.is_layout(text[:20_000])), None)
    if layout is None:
        return ()
    return tuple(
        Part(ordinal=number, payload=held.encode(), media_type=layout.MEDIA_TYPE, charset="utf-8")
        for number, held in enumerate(layout.slices(text), 1)
    )


def read(raw: RawDocument, media_type: str) -> Copy:
    """The copy of one document of an export. Raises Rejected(`no_text`)."""
    layout = next(layout for layout in LAYOUTS if media_type == layout.MEDIA_TYPE)
    decoded = decode(raw.payload, raw.charset, raw.source_uri)
    statements, text = layout.read(decoded.text)
    if not text.strip():
        raise Rejected("a document of a database without a text", Reason.NO_TEXT, "export it with its full text")
    return Copy(text=text, media_type=media_type, charset=decoded.charset, statements=raw.statements + statements)


def head_of(pieces: Sequence[Piece]) -> tuple[tuple[Statement, ...], list[Piece]]:
    """What the head of a single exported document says, and what is below it: headline, outlet, and a day with its weekday.

    Nothing is taken from a document that does not begin so.
    """
    lines = [text for _, text in pieces[:4]]
    for at in (1, 2):
        if len(lines) > at + 1 and nexis.is_dated(lines[at]) and all(len(line) < 200 for line in lines[:at]):
            day = parse_date(nexis.day_of(lines[at]))
            if day is not None and nexis.has_weekday(lines[at]):
                statements, used = nexis.heading(lines, at)
                return statements, list(pieces[used:])
    return (), list(pieces)
