"""What is put in between the members of a list: ages, posts and trades (`Ann Lind, 52, | a miner, | and the Chilean leader, | Ola Dahl`)."""

from __future__ import annotations

import re

from parsers.facts.mentions import posts
from parsers.facts.syntax.lexicon import table

_AGE = r"(?:, \d{1,3}| \(\d{1,3}\))"
_WORDS = r"(?:and (?=[a-z])|(?!(?:said|says|was|were|is|are|has|have|had|will|would|who|which|that|when|where|and)\b)[\w.’'-]+ ){0,10}(?!(?:said|says)\b)[\w.’'-]+"
_TRADE = rf", (?:an?|both|all|one) {_WORDS}"
_POST = rf", (?:the|his|her|its|their) {_WORDS}"
_HOLDING = rf", (?P<post>[a-z][a-z-]+)(?: (?!and [A-Z]){_WORDS})?"
_BRACKET = r" \([A-Za-z][^()]{0,30}\)"
_ASIDE = re.compile(
    rf"{_AGE}(?:{_TRADE}|{_POST})?(?=,? and |, [A-Z])|{_BRACKET}(?=,? and |, [A-Z])|{_TRADE}(?=, and |, [A-Z])|{_POST}(?=, and )|{_HOLDING}(?=, and |, [A-Z])"
)
"""In front of the next member; `the mayor, Ola Dahl` may be one and the same, so that `the` needs an `and` behind it."""


def behind(text: str, end: int) -> int:
    """The offset behind what is put in after the name that ends at an offset; the same offset where nothing is."""
    found = _ASIDE.match(text, end)
    if found is None or _named(found[0]):
        return end
    post = found["post"]
    return end if post and not (posts.is_head(post) or post in posts.FORMER + posts.ACTING) else found.end()


def _named(aside: str) -> bool:
    """Whether what seems put in is a name of the list itself: `Chile, | the Philippines, and Peru`."""
    words = aside.split()[2:]
    capitals = bool(words) and all(word[:1].isupper() for word in words)
    return capitals and not posts.is_head(words[-1].lower())


def headed(between: str) -> bool:
    """Whether the next name only tells of what somebody is the head: `Ann Lind and the head of the | Bank of Norway`."""
    return between.removesuffix(" the ").rstrip().endswith((" of", " for"))


def is_title(words: list[str]) -> bool:
    """Whether words between two names are a title of several words: `the Chilean foreign trade | minister`."""
    if len(words) > _TITLE or not words or not posts.is_head(words[-1].lower()):
        return False
    return _LEADING.isdisjoint(words) and all(word.replace("-", "").isalpha() and not _verb(word) for word in words)


def _verb(word: str) -> bool:
    """Whether a word is a verb in the past: `demanded X and | given leader Ola Dahl a week`."""
    known = table().get(word)
    return known is not None and known.usual == "V" and "n" in known.forms


_TITLE = 6
"""Words of a title."""
_LEADING = frozenset("by of for under with to from in on at and or as".split())
