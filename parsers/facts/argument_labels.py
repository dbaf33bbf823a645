"""What sort of thing a noun phrase names: the labels that frames ask for."""

from __future__ import annotations

from parsers.facts.argument_nouns import (
    ARMED,
    BODIES,
    BOMBS,
    FACILITIES,
    MONEY,
    PEOPLE,
    PLACES,
    SOMEBODY,
    STRUCTURES,
    VEHICLES,
)
from parsers.facts.mentions import posts
from parsers.facts.syntax import Located, Phrase
from parsers.model import Mention

_PORTIONS = frozenset("all most half part some both none".split())
"""Pronouns before `of` and the noun that they are a part of."""

_THAT = frozenset("it that this which these those what".split())


def labels_of(found: Located, phrase: Phrase, members: tuple[Mention, ...]) -> frozenset[str]:
    """What sort of thing a phrase names: person, body, place, somebody (any of these that acts), thing, and tables."""
    low = found.tokens.low
    head = low[phrase.head]
    labels = {f"={head}", f"={low[phrase.end - 1]}"}
    if head in _PORTIONS and low[phrase.head + 1] == "of":
        labels.update(f"={word}" for word in low[phrase.head + 2 : min(phrase.head + 4, phrase.end)])
    if members:
        kind = members[0].entity_type
        labels.update(("named", {"organisation": "body"}.get(kind, kind), "somebody"))
        if kind == "place" and not members[0].country:
            labels.add("placeish")
    elif head in SOMEBODY or head in PEOPLE or posts.is_head(head) or posts.is_plural_head(head):
        labels.update(("person", "somebody"))
        if any(found.tokens.text[k][:1].isupper() for k in range(phrase.start + 1, phrase.end) if k != phrase.head):
            labels.add("holder")
    elif head in BODIES:
        labels.update(("body", "somebody"))
    elif head in posts.CALENDAR or head in posts.TIMES:
        labels.add("time")
    elif head in _THAT:
        labels.add("it")
    elif found.tokens.text[phrase.head][:1].isupper() and phrase.head:
        labels.update(("unknown", "somebody"))
    else:
        labels.add("thing")
    if not MONEY.isdisjoint(low[phrase.start : phrase.end]):
        labels.add("money")
    for label, table in (("placeish", PLACES), ("armed", ARMED), ("facility", FACILITIES), ("structure", STRUCTURES), ("vehicle", VEHICLES), ("bomb", BOMBS)):  # fmt: skip
        if head in table:
            labels.add(label)
    return frozenset(labels)
