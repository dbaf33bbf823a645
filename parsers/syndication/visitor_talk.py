"""Sentences in which a website speaks to its visitor: consent, subscriptions, registration, newsletters, footers.

Many outlets print them in the same words under all of their texts, so they prove no copying. The patterns of sixteen
languages are in `visitor_talk.toml`; whether an English page is no article, `stubs.py` tells by finer rules.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files

from ahocorasick import Automaton

LONGEST = 400
"""Characters: a longer sentence is no page's talk."""
MOSTLY = 0.6
"""Share of a line from which all of it is a page's talk."""
_SENTENCE = re.compile(r"[^.!?。！？؟\n]+(?:[.!?。！？؟]+[”\"»)]*|\n|\Z)")
_FEWEST = 3
"""Words below which a sentence (a button) counts neither way."""


@lru_cache(maxsize=1)
def _table() -> tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...]:
    """Each language, its stems, and its patterns as one."""
    languages = tomllib.loads(files("parsers.syndication").joinpath("visitor_talk.toml").read_text(encoding="utf-8"))
    return tuple(
        (language, tuple(row["stems"]), re.compile(r"(?<!\w)(?:" + "|".join(f"(?:{p})" for p in row["patterns"]) + ")"))
        for language, row in languages.items()
    )


@lru_cache(maxsize=1)
def _stems() -> Automaton:
    """Every stem with the languages that have it. One walk over a text finds all; a search for each took seven times as long."""
    found: dict[str, set[str]] = {}
    for language, stems, _ in _table():
        for stem in stems:
            found.setdefault(stem, set()).add(language)
    return finder({stem: frozenset(languages) for stem, languages in found.items()})


def finder(stems: Mapping[str, object]) -> Automaton:
    """What finds all stems in a text in one walk, each with its value."""
    automaton = Automaton()
    for stem, value in stems.items():
        automaton.add_word(stem, value)
    automaton.make_automaton()
    return automaton


KEPT, KEPT_LENGTH = 128, 16_000
"""Texts whose languages are remembered, more than go side by side, and their characters at most: `share` and `without` ask of the same."""


def spoken_in(folded: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The languages of which a text in small letters has a stem, and their patterns."""
    return _spoken_in_short(folded) if len(folded) <= KEPT_LENGTH else _spoken_in(folded)


def _spoken_in(folded: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    languages = {language for _, of in _stems().iter(folded) for language in of}
    return tuple([(name, patterns) for name, _, patterns in _table() if name in languages]) if languages else ()


_spoken_in_short = lru_cache(maxsize=KEPT)(_spoken_in)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """What is between stops or line ends: start and end."""
    for match in _SENTENCE.finditer(text):
        yield match.span()


def speaks(sentence: str, patterns: tuple[re.Pattern[str], ...]) -> bool:
    """Whether a sentence in small letters is a page's talk to its visitor."""
    return len(sentence) <= LONGEST and any(p.search(sentence) for p in patterns)


def share(text: str) -> float:
    """Share of a text's characters, by sentence, in which a page speaks to its visitor, but for English; in [0, 1]."""
    folded = text.casefold()
    patterns = tuple([patterns for language, patterns in spoken_in(folded) if language != "en"])
    if not patterns:
        return 0.0
    total = talk = 0
    for start, end in sentences(folded):
        sentence = folded[start:end]
        if len(sentence.split()) >= _FEWEST:
            total += len(sentence)
            talk += len(sentence) if speaks(sentence, patterns) else 0
    return talk / total if total else 0.0


def without(text: str) -> str:
    """A text without the sentences in which a page speaks to its visitor, and without the lines that are mostly such."""
    patterns = tuple([patterns for _, patterns in spoken_in(text.lower())])
    return "\n".join(_line_without(line, patterns) for line in text.split("\n")) if patterns else text


def _line_without(line: str, patterns: tuple[re.Pattern[str], ...]) -> str:
    parts = [line[start:end] for start, end in sentences(line)]
    kept = [part for part in parts if not speaks(part.strip().lower(), patterns)]
    if len(kept) == len(parts):
        return line
    return "" if sum(map(len, kept)) < (1 - MOSTLY) * len(line) else "".join(kept)
