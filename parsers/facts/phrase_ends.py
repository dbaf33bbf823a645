"""Where a noun phrase ends: behind a name's legal form, and before a time or place of its own of the first of a list."""

from __future__ import annotations

from parsers.facts.mentions import posts
from parsers.facts.syntax import Located, Phrase


def seated(found: Located, phrase: Phrase) -> Phrase:
    """The name behind its seat, where the seat was read as the phrase: `Hamar, | Norway-based Halden Corp`."""
    end = phrase.end
    if found.tokens.low[end : end + 1] == [","] and found.tokens.low[end + 2 : end + 4] == ["-", "based"]:
        return found.parse.phrase_at(end + 1) or phrase
    return phrase


def before_time(found: Located, phrase: Phrase) -> Phrase:
    """The first member of a list whose members have times or places of their own: `met A | on Monday and B on Tuesday`."""
    tags, low, text = found.parse.tags, found.tokens.low, found.tokens.text
    for k in range(phrase.head + 1, phrase.end - 2):
        counted = tags[phrase.head] == "#" and text[k + 1][:1].isupper()
        dated = low[k + 1] in posts.CALENDAR or (_year(low[k + 1]) and _year(low[k + 3]))
        if tags[k] == "I" and low[k + 2] == "and" and (dated or counted):
            return phrase._replace(end=k)
    k = phrase.end - 2
    if k > phrase.head and low[k] in _DURING and _year(low[k + 1]):
        return phrase._replace(end=k)  # "talks with the army and the guild over 1931"
    return phrase


_DURING = frozenset("in over during since throughout".split())


def _year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and word[:2] in ("18", "19", "20")


def with_seat(found: Located, phrase: Phrase) -> Phrase:
    """A name with what goes on to its legal form: `Monfort | of Colorado Inc`; the same phrase where nothing does."""
    text, low, end = found.tokens.text, found.tokens.low, phrase.end
    if low[end : end + 1] != ["of"]:
        return phrase
    last = end + 1
    while last < min(found.tokens.size, end + 6) and text[last][:1].isupper():
        last += 1
    return phrase._replace(end=last) if last > end + 2 and low[last - 1] in _LEGAL else phrase


_LEGAL = frozenset("inc corp ltd plc llc co ag sa nv".split())
