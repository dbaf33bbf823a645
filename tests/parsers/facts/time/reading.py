"""The times of a text, for the tests of this folder."""

from __future__ import annotations

from datetime import date

from parsers.facts import time
from parsers.facts.reading import Reading, Span
from parsers.model import Fact
from parsers.sentences import boundaries


def times(text: str, published: str | None = "2021-06-17", language: str = "en") -> list[Fact]:
    """The times of a text, published on a Thursday."""
    reading = Reading(
        body=text,
        passages=(),
        sentences=tuple(Span(*span) for span in boundaries(text, 0, len(text))),
        mentions=(),
        in_language=language,
        date_published=date.fromisoformat(published) if published else None,
        publisher=None,
        author=(),
    )
    return list(time.extract(reading))


def values(text: str, published: str | None = "2021-06-17", language: str = "en") -> list[str | None]:
    """Their TIMEX3 values."""
    return [fact.timex_value for fact in times(text, published, language)]


def stretches(
    text: str, published: str | None = "2021-06-17", language: str = "en"
) -> list[tuple[str, str | None, str | None]]:
    """Their words, and the stretches they name."""
    found = times(text, published, language)
    return [(text[f.anchor_start : f.anchor_end], f.time_start, f.time_end) for f in found]
