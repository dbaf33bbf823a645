"""The one registry of formats: every kind of file that is known, by its content first and its name second.

`MODULES` are asked in their order; the first whose signature fits names the kind. Text that fits none is left to
`parsers.sniff`: a feed, a page, JSON, or plain text, which then has to read like prose.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from types import ModuleType

from parsers.formats import (
    archives,
    compressed,
    docx,
    epub,
    exports,
    feed_members,
    joined_pages,
    json_members,
    json_news,
    mail,
    markdown,
    mhtml,
    newsml,
    nitf,
    odt,
    page_parts,
    parquet,
    pdf,
    refused,
    rtf,
    sgml,
    tables,
    tei,
    transcripts,
    warc,
    wire,
    workbook,
)
from parsers.formats.look import Kind, Look, look, never
from parsers.formats.pieces import Inside, Limits
from parsers.formats.source import Source
from parsers.sniff import EMPTY, ENTRY, HTML, JSON_LINES, TEXT, sniff

MODULES: tuple[ModuleType, ...] = (
    compressed,
    warc,
    docx,
    workbook,
    odt,
    epub,
    archives,
    pdf,
    parquet,
    rtf,
    mhtml,
    mail,
    nitf,
    newsml,
    tei,
    sgml,
    feed_members,
    joined_pages,
    json_members,
    json_news,
    markdown,
    transcripts,
    exports,
    wire,
    tables,
    refused,
    page_parts,
)
"""Each has `KINDS`, and for them `read` (documents) or `parts` (containers), or neither (what is refused)."""

BESIDE: tuple[Kind, ...] = (
    Kind(media_type=HTML, title="HTML fragment", matches=never, holds="document", endings=(".html", ".htm"), library="beautifulsoup4"),
    Kind(media_type=TEXT, title="plain text that reads like prose", matches=never, holds="document", endings=(".txt",), limit="16 MB"),
)  # fmt: skip
"""What is left when no signature fits."""

Parts = Callable[[Source, Look, Limits], Iterator[Inside]]


@cache
def kinds() -> tuple[tuple[Kind, ModuleType], ...]:
    """Every kind with its module, in the order in which they are asked."""
    return tuple((kind, module) for module in MODULES for kind in module.KINDS)


@cache
def _by_media_type() -> dict[str, tuple[Kind, ModuleType]]:
    return {kind.media_type: (kind, module) for kind, module in reversed(kinds())}


@cache
def _trusted() -> frozenset[str]:
    return frozenset({ENTRY, JSON_LINES, *(kind.media_type for kind, _ in kinds() if kind.declared)})


def described() -> tuple[Kind, ...]:
    """The kinds of files that people hand in, for a list; not those that only containers name."""
    return (*BESIDE, *(kind for kind, _ in kinds() if kind.holds != "document" or kind.endings))


def kind_of(about: Look) -> Kind | None:
    """The kind that a look shows; None for what no signature knows. Never raises."""
    if about.declared in _trusted():
        found = _by_media_type().get(about.declared)
        return found[0] if found else None
    return next((kind for kind, _ in kinds() if kind.matches(about)), None)


def container(kind: Kind) -> Parts | None:
    """What splits files of this kind; None for documents and for what is refused."""
    if kind.holds not in ("members", "either"):
        return None
    parts: Parts = _by_media_type()[kind.media_type][1].parts
    return parts


def is_container(media_type: str | None) -> bool:
    """Whether files of a media type are always taken apart, and never one document."""
    found = known(media_type) if media_type else None
    return found is not None and found[0].holds == "members"


def known(media_type: str) -> tuple[Kind, ModuleType] | None:
    """The kind of a media type, and its module."""
    return _by_media_type().get(media_type)


def recognise(payload: bytes, declared: str | None, name: str) -> str:
    """The media type of a document. Never raises; `application/octet-stream` for bytes that are nothing known."""
    if not payload:
        return EMPTY
    if declared in _trusted():
        return str(declared)
    kind = kind_of(look(payload, name, declared))
    if kind:
        return kind.media_type
    return sniff(payload, declared, name)
