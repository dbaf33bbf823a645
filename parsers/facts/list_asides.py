"""What is put in between the members of a list: ages, posts and trades (`Ann Lind, 52, | a miner, | and the Chilean leader, | Ola Dahl`)."""

from __future__ import annotations

import re

from parsers.facts.mentions import posts

_AGE = r"(?:, \d{1,3}| \(\d{1,3}\))"
_WORDS = r"(?:(?!(?:said|says|was|were|is|are|has|have|had|will|would|who|which|that|when|where|and)\b)[\w.’'-]+ ){0,8}(?!(?:said|says)\b)[\w.’'-]+"
_TRADE = rf", (?:an?|both|all|one) {_WORDS}"
_POST = rf", (?:the|his|her|its|their) {_WORDS}"
_ASIDE = re.compile(rf"{_AGE}(?:{_TRADE}|{_POST})?(?=,? and |, [A-Z])|{_TRADE}(?=, and |, [A-Z])|{_POST}(?=, and )")
"""In front of the next member; `the mayor, Ola Dahl` may be one and the same, so that `the` needs an `and` behind it."""


def behind(text: str, end: int) -> int:
    """The offset behind what is put in after the name that ends at an offset; the same offset where nothing is."""
    found = _ASIDE.match(text, end)
    return found.end() if found is not None else end


def is_title(words: list[str]) -> bool:
    """Whether words between two names are a title of several words: `the Chilean foreign trade | minister`."""
    if len(words) > _TITLE or not words or not posts.is_head(words[-1].lower()):
        return False
    return _LEADING.isdisjoint(words) and all(word.replace("-", "").isalpha() for word in words)


_TITLE = 6
"""Words of a title."""
_LEADING = frozenset("by of for under with to from in on at and or as".split())
