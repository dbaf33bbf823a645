"""The subject of a verb behind what was put in: `Ann Lind, head of sales, | was named`, `firms, including A and B, | have`."""

from __future__ import annotations

from typing import NamedTuple

from parsers.facts.mentions import posts
from parsers.facts.syntax import Located, Phrase, Verb

_REACH = 18
"""Tokens between a subject and its verb that are looked through."""
_INSIDE = frozenset("N,CDJI#pjR")
"""Tags of what may be put in."""


class Aside(NamedTuple):
    """What was put in before a verb: the phrase that it explains, None where that is not the subject either."""

    subject: Phrase | None


def before_aside(found: Located, phrase: Phrase, verb: Verb) -> Aside | None:
    """What was put in, where the phrase before the verb is only part of that; else None."""
    low, tags, k = found.tokens.low, found.parse.tags, verb.start - 1
    if k < 3 or low[k] != "," or not phrase.start < k or "," in tags[phrase.end : k]:
        return None
    comma = None
    for at in range(phrase.start - 1, max(0, phrase.start - _REACH), -1):
        if tags[at] not in _INSIDE:
            return None
        if low[at] == "including" and low[at - 1] == ",":
            return Aside(_named(found, at - 1, names=False))
        if low[at] == "," and comma is None:
            comma = at
            if not found.tokens.text[phrase.head][:1].isupper() and found.tokens.text[comma - 1][:1].isupper():
                return _explained(found, phrase, comma)
    return None


def _explained(found: Located, phrase: Phrase, comma: int) -> Aside | None:
    """The name that a post explains; a name that is itself behind `by` or `of` is not the subject: `firms led by A, head of B, | bought`."""
    named = _named(found, comma, names=True)
    if named is None and not posts.is_head(found.tokens.low[phrase.head]):
        return None
    return Aside(named)


def _named(found: Located, comma: int, *, names: bool) -> Phrase | None:
    """The phrase that ends at a comma: with `names` a name that is nobody's complement."""
    phrase = found.parse.phrase_at(comma - 1)
    if phrase is None or phrase.end != comma or found.parse.tags[phrase.head] != "N":
        return None
    if not names:
        return phrase
    capital = found.tokens.text[phrase.head][:1].isupper()
    return phrase if capital and (phrase.start == 0 or found.parse.tags[phrase.start - 1] not in "IT") else None


def last_of_named(found: Located, phrase: Phrase) -> bool:
    """Whether a subject is only the last of several that are told what they are: `said A Inc, a firm in Lund, and | B Inc bought`."""
    low, tags, text, k = found.tokens.low, found.parse.tags, found.tokens.text, phrase.start
    if low[max(0, k - 2) : k] != [",", "and"] or not text[phrase.head][:1].isupper():
        return False
    said = next((n for n in range(k - 3, max(-1, k - 2 * _REACH), -1) if tags[n] in "MBhdva;"), None)
    if said is None or low[said] not in ("said", "says"):
        return False
    return any(
        low[n] == "," and low[n + 1] in ("a", "an") and text[n - 1][:1].isupper() for n in range(said + 2, k - 3)
    )


def listed_before(found: Located, phrase: Phrase, floor: int) -> Phrase:
    """A subject of several with the members of its list before it, as far as token `floor`: `A, B | and C have`."""
    tags, text = found.parse.tags, found.tokens.text
    first, low = phrase, found.tokens.low
    while first.start - 2 >= floor and low[first.start - 1] in ("and", ","):
        before = found.parse.phrase_at(first.start - 2)
        if before is None or before.end != first.start - 1 or tags[before.head] != "N" or before.start < floor:
            break
        if low[first.start - 1] == "," and (not text[before.start][:1].isupper() or tags[before.start - 1 : before.start] == "I"):  # fmt: skip
            break
        first = before
    return phrase._replace(start=first.start, head=first.head)
