"""Statements of a file's own metadata, short to write: empty values say nothing, white space is single."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parsers.model import Statement

SOURCE = "meta"
"""Who says it: the file's own metadata, like the meta elements of a page."""

LONGEST = 2_000
"""Characters of a value that is kept."""

MOST_KEYWORDS = 50


def say(field: str, value: str | None, source: str = SOURCE, precision: str | None = None) -> Iterator[Statement]:
    """The statement, unless there is nothing to say."""
    words = " ".join(value.split())[:LONGEST] if value else ""
    if words:
        yield Statement(field=field, value=words, source=source, precision=precision)


def all_said(pairs: Iterable[tuple[str, str | None]], source: str = SOURCE) -> tuple[Statement, ...]:
    """The statements of (field, value) pairs, each once, in their order."""
    return tuple(dict.fromkeys(s for field, value in pairs for s in say(field, value, source)))


def keywords(values: Iterable[str | None]) -> tuple[Statement, ...]:
    """Subjects and keywords, each once."""
    said = all_said(("keywords", value) for value in values)
    return said[:MOST_KEYWORDS]
