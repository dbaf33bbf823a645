"""Exports of news databases as text: Nexis, Factiva, ProQuest, EBSCO, Gale, Europresse. Each document of a file is a member.

The layouts are those that users of these services download (also as RTF and DOCX, whose text comes here): lines with
labels around a text. A document is read again from its own slice of the file.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

from parsers.charset import decode
from parsers.errors import Rejected
from parsers.fields.dates import parse_date
from parsers.formats import databases, factiva, nexis, proquest, said, senders
from parsers.formats.look import Kind, Look, never
from parsers.formats.pieces import Inside, Limits, Part
from parsers.formats.source import Source
from parsers.model import BlockKind, Copy, RawDocument, Reason, Statement

LAYOUTS = (nexis, factiva, proquest, databases.EBSCO, databases.GALE, databases.EUROPRESSE)
"""Each has `MEDIA_TYPE`, `TITLE`, `is_layout(text)`, `slices(text)` and `read(text)`."""

MEDIA_TYPES = tuple(layout.MEDIA_TYPE for layout in LAYOUTS)
EXPORT, PAGE = "text/x-news-export", "text/x-news-export+html"

HEAD, LONG = 20_000, 400_000
"""Characters of a text, and of one that says of itself that it is an export, in which its layout is looked for."""

Piece = tuple[BlockKind, str]

_BYLINE = re.compile(r"(?:By|BY|Von|Par|Por|Di|Da|Door|Af|Av) [^\W\d_].{2,60}")
"""A line of the head that says who wrote the text."""


def _matches(look: Look) -> bool:
    text = look.text
    return text is not None and any(layout.is_layout(text) for layout in LAYOUTS)


_SERVICES = ("factiva", "nexis", "proquest", "articleparagraph")
_OF_FACTIVA = re.compile(r"class=[\"']?(?:article \w\wArticle|articleParagraph)\b")
_NEWLINE = re.compile(r"</?(?:p|div|br|h[1-6]|tr|td|li|table|body|hr)\b[^<>]{0,500}>", re.I)
_ELEMENT = re.compile(r"<(?:script|style|title)\b.*?</(?:script|style|title)>|<[^<>]{0,2000}>", re.I | re.S)


def _is_page(look: Look) -> bool:
    """Whether the head is that of an export saved as a web page."""
    if look.text is None or look.start[:1] != "<":
        return False
    head = look.text.casefold()
    if not any(map(head.__contains__, _SERVICES)):
        return False
    text = _plain(look.text)
    return _OF_FACTIVA.search(look.text) is not None or any(layout.is_layout(text) for layout in LAYOUTS)


def _plain(markup: str) -> str:
    """The text of such a page, a blank line between its blocks."""
    lines = html.unescape(_ELEMENT.sub("", _NEWLINE.sub("\n\n", " ".join(markup.split())))).split("\n\n")
    return "\n\n".join(found for line in lines if (found := " ".join(line.split())))


KINDS = (
    Kind(media_type=PAGE, title="HTML exports of Nexis, Factiva and ProQuest", matches=_is_page, holds="members", endings=(".html", ".htm")),
    Kind(media_type=EXPORT, title="text exports of Nexis, Factiva, ProQuest, EBSCO, Gale and Europresse", matches=_matches, holds="members", endings=(".txt", ".rtf", ".docx")),
    *(Kind(media_type=layout.MEDIA_TYPE, title=layout.TITLE, matches=never, holds="document", declared=True) for layout in LAYOUTS),
)  # fmt: skip


def parts(source: Source, look: Look, limits: Limits) -> Iterator[Inside]:
    """The documents of an export."""
    del look
    payload = source.rest(limits.document)
    text = decode(payload, None, source.name).text
    page = source.kind == PAGE
    yield from documents(_plain(text) if page else text, LONG if page else HEAD) or (
        Part(ordinal=None, payload=payload),
    )


def documents(text: str, head: int = HEAD) -> tuple[Inside, ...]:
    """The documents in the text of an export, each in UTF-8; none when it is no export."""
    layout = next((layout for layout in LAYOUTS if layout.is_layout(text[:head])), None)
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
    """What the head of a single exported document says, and what is below it: headline, byline, outlet, and a day.

    Nothing is taken from a document that does not begin so: the day has its weekday, or a word above it says that it is an outlet's name.
    """
    lines = [text for _, text in pieces[:5]]
    for at in (1, 2, 3):
        if len(lines) > at + 1 and nexis.is_dated(lines[at]) and all(len(line) < 200 for line in lines[:at]):
            signed = [line for line in lines[:at] if _BYLINE.fullmatch(line)]
            plain = [line for line in lines[:at] if not _BYLINE.fullmatch(line)]
            if plain and len(plain) < 3 and _is_head(plain[-1], lines[at]):
                statements, used = nexis.heading([*plain, *lines[at:]], len(plain))
                return statements + said.all_said(
                    [(field, line) for line in signed[:1] for field in ("byline", "author")]
                ), list(pieces[used + len(signed) :])
    return (), list(pieces)


def _is_head(outlet: str, day: str) -> bool:
    """Whether two lines are an outlet and a day, as at the head of an exported document."""
    return parse_date(nexis.day_of(day)) is not None and (nexis.has_weekday(day) or senders.is_outlet(outlet))
