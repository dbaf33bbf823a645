"""Who is named in a figure's subject, and the place of its clause."""

from __future__ import annotations

from parsers.facts.mentions import gazetteer, posts
from parsers.facts.reading import Reading
from parsers.facts.syntax import Parse
from parsers.facts.syntax.lexicon import TEMPORAL
from parsers.facts.tokens import Tokens, words
from parsers.model import Party

LOCATING = words("in at near inside outside across within around")


PARTS = words("stock stocks stake stakes share shares interest interests holding holdings investment investments")
"""Nouns whose `in` leads to what they are a part of."""


def candidates(tokens: Tokens, parse: Parse, i: int) -> tuple[int, ...]:
    """The heads of phrases behind a preposition of place that follows the verb of token i's clause, or the phrase of token i.

    None where the place is one of a list, which says more than one place.
    """
    number, mine = parse.owner[i], parse.phrase_of[i]
    found = []
    for at, phrase in parse.complements:
        if tokens.low[at] not in LOCATING or parse.owner[at] != number:
            continue
        if at and tokens.low[at - 1] in PARTS:
            continue
        host = parse.hosts.get(at)
        if host is not None and parse.phrase_of[host] != mine and tokens.low[host] not in TEMPORAL:
            continue
        if parse.tags[phrase.end : phrase.end + 1] == "C":
            return ()
        found.append(phrase.head)
    return tuple(found)


def place(reading: Reading, at: int, tokens: Tokens, heads: tuple[int, ...]) -> str | None:
    """The place that the clause names behind a preposition; None when it names two, or a thing of a place."""
    if not heads or not reading.mentions:
        return None
    found = set()
    for head in heads:
        start, end = at + tokens.start[head], at + tokens.end[head]
        named = [m for m in reading.mentions_in(max(0, start - 60), end) if m.end_char == end]
        if named and named[-1].entity_type == "place":
            found.add(named[-1].name)
    return found.pop() if len(found) == 1 else None


def person(reading: Reading, at: int, tokens: Tokens, start: int, last: int) -> bool:
    """Is a subject a person for certain: by a post, a title or a given name in front of a name?"""
    if start >= last or not reading.mentions:
        return False
    named = reading.mentions_in(at + tokens.start[start], at + tokens.end[last - 1])
    if not any(m.entity_type == "person" for m in named):
        return False
    given = gazetteer.given_names()
    return any(posts.is_head(w) or posts.is_title(w) or w in given for w in tokens.low[start : last - 1])


def parties(reading: Reading, at: int, tokens: Tokens, start: int, last: int) -> tuple[Party, ...]:
    """The named things in the subject."""
    if start >= last or not reading.mentions:
        return ()
    named = reading.mentions_in(at + tokens.start[start], at + tokens.end[last - 1])
    return tuple([Party(role="subject", entity_id=entity) for entity in dict.fromkeys([m.entity_id for m in named])])
