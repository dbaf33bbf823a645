"""Who is named in a figure's subject, and the place of its clause."""

from __future__ import annotations

from bisect import bisect_left

from parsers.facts.reading import Reading
from parsers.facts.syntax import Parse
from parsers.facts.tokens import Tokens, words
from parsers.model import Party

LOCATING = words("in at near inside outside across within around")


def candidates(tokens: Tokens, parse: Parse, i: int) -> tuple[int, ...]:
    """The tokens behind a preposition of place in the clause of token i."""
    number = parse.owner[i]
    return tuple(
        [
            complement.phrase.start
            for complement in parse.complements
            if tokens.low[complement.preposition] in LOCATING and parse.owner[complement.preposition] == number
        ]
    )


def place(reading: Reading, at: int, tokens: Tokens, firsts: tuple[int, ...]) -> str | None:
    """The place that the clause names behind a preposition; None when it names two."""
    if not firsts or not reading.mentions:
        return None
    found = set()
    for first in firsts:
        start = at + tokens.start[first]
        named = reading.mentions_in(start, start + 60)
        if (
            named
            and named[0].entity_type == "place"
            and bisect_left(tokens.start, named[0].start_char - at, 0, tokens.size) - first <= 1
        ):
            found.add(named[0].name)
    return found.pop() if len(found) == 1 else None


def parties(reading: Reading, at: int, tokens: Tokens, start: int, last: int) -> tuple[Party, ...]:
    """The named things in the subject."""
    if start >= last or not reading.mentions:
        return ()
    named = reading.mentions_in(at + tokens.start[start], at + tokens.end[last - 1])
    return tuple([Party(role="subject", entity_id=entity) for entity in dict.fromkeys([m.entity_id for m in named])])
