"""Names of months and days as newspapers and feeds print them: `calendar.toml` beside this module."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files

DATELINES = ("en", "az", "az_Cyrl", "tr", "ru", "uk", "de", "fr", "es", "it", "pt", "ka", "ar")
"""Languages of which a dateline's month is read."""

_PLAIN = str.maketrans("ıłøđð", "iloddd"[:5])


@lru_cache(maxsize=1)
def _calendar() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(files("parsers.fields").joinpath("calendar.toml").read_text(encoding="utf-8"))


def names(kind: str) -> tuple[tuple[str, str], ...]:
    """Lines of names by language; `kind` is months or days. One word an entry, variants parted by "/"."""
    return tuple((language, row[kind]) for language, row in _calendar().items() if kind in row)


NAMES = names("months")


def fold(word: str) -> str:
    """A word for comparing: small letters, no stop at its ends, without the dot that `İ` leaves behind, `'` for `’`."""
    return word.casefold().replace("\u0307", "").replace("’", "'").strip(".'،")


def _forms(language: str, form: str) -> Iterator[str]:
    """A name folded, and as people without its letters type it."""
    folded = fold(form)
    yield folded
    if folded and folded[0] < "\u0400":
        bare = "".join(c for c in unicodedata.normalize("NFD", folded) if not unicodedata.combining(c)).translate(
            _PLAIN
        )
        if len(bare) > 2:
            yield bare
    if language == "he":
        yield f"ב{folded}"  # "in May"


def _numbered(kind: str, languages: tuple[str, ...] | None) -> Iterator[tuple[str, int]]:
    for language, line in names(kind):
        if languages is None or language in languages:
            for n, entry in enumerate(line.split(), 1):
                yield from ((f, n) for form in entry.split("/") for f in _forms(language, form))


@lru_cache(maxsize=2)
def month_numbers(languages: tuple[str, ...] | None = None) -> dict[str, int]:
    """Month names, folded, to 1–12; of all languages, or of some."""
    return dict(reversed(tuple(_numbered("months", languages))))


@lru_cache(maxsize=1)
def weekdays() -> dict[str, frozenset[int]]:
    """Names of days, folded, to the ISO weekdays (1 is Monday) that they mean in one language or another."""
    found: dict[str, set[int]] = defaultdict(set)
    for form, n in _numbered("days", None):
        found[form].add(n)
    return {form: frozenset(n) for form, n in found.items()}


@lru_cache(maxsize=1)
def _of_two_words() -> re.Pattern[str]:
    forms = {f for kind in ("months", "days") for f, _ in _numbered(kind, None) if "_" in f}
    names = "|".join(re.escape(f).replace("_", r"\s") for f in sorted(forms, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{names})(?!\w)", re.I)


def joined(text: str) -> str:
    """The text with names of two words as one (`thứ_ba`)."""
    return text if text.isascii() else _of_two_words().sub(lambda m: "_".join(m.group().split()), text)
