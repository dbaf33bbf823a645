"""Which kinds of fact are looked for in which language, and what is left out: so that no row and "none looked for" differ."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

Status = Literal["full", "partial", "none"]


class Coverage(NamedTuple):
    """How far a kind of fact is read in a language; `lacks` says what is not, in words (None for nothing known)."""

    status: Status
    lacks: str | None = None


KINDS = ("time", "quantity", "alias", "role", "quotation", "agreement", "event", "denial", "project")
"""Kinds of fact, as in `fact.kind`."""

OTHER = "*"
"""Stands for every language without tables of its own."""

_FULL = Coverage("full")
_UNREAD = Coverage("none", "clauses and posts are read in English only")
_CLAUSELESS: Mapping[str, Coverage] = {
    "time": Coverage("partial", "parts of fiscal years; times told from another date of the article"),
    "quantity": Coverage("partial", "subject, trend, time, place and polarity; nouns that the table lacks are not counted"),
    "alias": Coverage("partial", "words for 'also known as'; names in brackets are read"),
    "role": _UNREAD,
    "quotation": Coverage("partial", "medium; indirect speech without a clause of its own"),
    "agreement": _UNREAD,
    "event": _UNREAD,
    "denial": _UNREAD,
    "project": _UNREAD,
}  # fmt: skip
_UNKNOWN: Mapping[str, Coverage] = {
    **dict.fromkeys(KINDS, Coverage("none", "no tables of this language")),
    "time": Coverage("partial", "all but dates in digits and words that are spelled as in English"),
    "quantity": Coverage("partial", "all but digits with signs and units that are written alike everywhere"),
    "quotation": Coverage("partial", "all but the answers of interviews"),
}
_SPEECH = {**_UNKNOWN, "quotation": _CLAUSELESS["quotation"]}

LANGUAGES: Mapping[str, Mapping[str, Coverage]] = {
    "en": dict.fromkeys(KINDS, _FULL),
    **dict.fromkeys(("de", "fr", "es", "ru", "tr", "az"), _CLAUSELESS),
    "it": _SPEECH,
    OTHER: _UNKNOWN,
}
"""By ISO 639-1 code."""


def of(language: str | None) -> Mapping[str, Coverage]:
    """The coverage of a language tag such as `en-GB`; a text of unknown language is read as English."""
    code = (language or "en").partition("-")[0].lower()
    return LANGUAGES.get(code, LANGUAGES[OTHER])


def facts_read(language: str | None) -> tuple[str, ...]:
    """The kinds of fact that are looked for, fully or in part, in a text of a language."""
    return tuple(kind for kind, known in of(language).items() if known.status != "none")
