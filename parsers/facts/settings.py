"""What surrounds a happening in its sentence: when, where, and who takes part."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from parsers.facts.reading import Reading, Span
from parsers.model import Fact, Mention, Party


class Time(NamedTuple):
    """The time of a happening, as in the columns of table `fact`."""

    timex_type: str | None = None
    timex_value: str | None = None
    time_relation: str | None = None
    time_start: str | None = None
    time_end: str | None = None
    time_surface: str | None = None


NO_TIME = Time()

WITHHELD_EVENTS: frozenset[str] = frozenset()
"""Families of events that are found but not filed: right in less than .85 of those read on unseen text (docs/facts.md)."""


def times(reading: Reading) -> tuple[Fact, ...]:
    """The time facts that were found before, sorted by where their words stand. Durations and repetitions are left out."""
    found = (
        f for f in reading.facts if f.kind == "time" and f.timex_type in ("DATE", "TIME") and f.anchor_start is not None
    )
    return tuple(sorted(found, key=anchor))


def anchor(fact: Fact) -> int:
    """Where the words of a fact are that it depends on."""
    return fact.anchor_start if fact.anchor_start is not None else fact.start_char


def time_of(known: tuple[Fact, ...], sentence: Span, offset: int) -> Time:
    """The time nearest to an offset within a sentence; dates go before vague references (`recently`)."""
    low = bisect_left(known, sentence.start, key=anchor)
    high = bisect_left(known, sentence.end, key=anchor)
    return nearest(known[low:high], offset)


def nearest(known: tuple[Fact, ...], offset: int) -> Time:
    """The nearest of some times; dates go before vague references."""
    near = min(known, key=lambda f: ((f.timex_value or "").endswith("_REF"), abs(anchor(f) - offset)), default=None)
    if near is None:
        return NO_TIME
    return Time(
        near.timex_type, near.timex_value, near.time_relation, near.time_start, near.time_end, near.time_surface
    )


def joined(reading: Reading, mention: Mention) -> tuple[Mention, ...]:
    """A name and those it is joined to by `and` or commas right before it: `Georgia and Armenia`."""
    chain = [mention]
    for other in reversed(reading.mentions_in(max(0, mention.start_char - 160), mention.start_char)):
        between = reading.body[other.end_char : chain[-1].start_char]
        if between not in _JOINTS or other.entity_type == "programme":
            break
        chain.append(other)
    return tuple(reversed(chain))


_JOINTS = frozenset((" and ", ", ", ", and ", " and the ", ", the ", " & "))


def parties(role: str, mentions: tuple[Mention, ...]) -> tuple[Party, ...]:
    """Each entity once, in one role, in the order of the text."""
    return tuple(Party(role=role, entity_id=entity) for entity in dict.fromkeys(m.entity_id for m in mentions))


def names(mentions: tuple[Mention, ...]) -> str | None:
    """The names of some mentions, each once, joined by semicolons; None when there are none."""
    return "; ".join(dict.fromkeys(m.name for m in mentions)) or None
