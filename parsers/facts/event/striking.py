"""What kills in a relative clause: of "the raid on a village near Lima that killed 10" the raid, not the place."""

from __future__ import annotations

from parsers.facts.arguments import Argument, argument
from parsers.facts.reading import Reading
from parsers.facts.syntax import Clause, Located


def _struck_at(reading: Reading, place: Located, subject: Argument) -> Argument | None:
    """What killed at a place behind which `that killed` stands: `a | raid on a village near Lima that killed 10`; else nobody."""
    first = max(0, subject.phrase.start - _BACK)
    for k in range(subject.phrase.start - 1, first - 1, -1):
        if place.parse.tags[k] in "MBhdva;":
            return None
        phrase = place.parse.phrase_at(k) if place.tokens.low[k] in _STRIKING else None
        if phrase is not None and phrase.head == k:
            return argument(reading, place, phrase)
    return None


_BACK = 16
"""Tokens from a place back to the noun of what happened there."""


_STRIKING = frozenset("ambush raid raids attacks bomb quake earthquake storm flood floods landslide crash explosion bombing sinking collision fire blast attack shooting derailment collapse eruption wreck accident disaster".split())  # fmt: skip


def what_happened(reading: Reading, place: Located, clause: Clause, subject: Argument | None) -> Argument | None:
    """What kills in a relative clause: of `the crash of a jet | that killed 5` the crash."""
    verb = clause.verb
    if subject is None or verb is None or clause.link != "relative" or verb.lemma not in ("kill", "injure", "wound"):
        return subject
    if "place" in subject.labels or "placeish" in subject.labels:
        return _struck_at(reading, place, subject)
    host = place.parse.hosts.get(subject.phrase.start - 1)
    if host is None or place.tokens.low[subject.phrase.start - 1] != "of" or place.tokens.low[host] not in _STRIKING:
        return subject
    phrase = place.parse.phrase_at(host)
    return argument(reading, place, phrase._replace(end=subject.phrase.end)) if phrase is not None else subject
