"""Events: who visited, met, opened, elected, appointed, sanctioned whom; when, where, and whether it has happened."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from parsers.facts import circumstances, denials, settings, syntax, triggers
from parsers.facts.argument_nouns import SOMEBODY
from parsers.facts.arguments import Argument
from parsers.facts.event import ahead_of, partners
from parsers.facts.event.frames import NEEDS, NOUNS, REACH, TRIGGERS, VERBS, WORDED
from parsers.facts.event.guards import Happening
from parsers.facts.event.modality import modality_of, only_thought_of
from parsers.facts.event.moments import when_of
from parsers.facts.event.senses import nominal, verbal
from parsers.facts.reading import Reading
from parsers.facts.syntax import Located, forecasts, standing
from parsers.model import Fact, Mention, Party

KIND = "event"
VERSION = "2"

__all__ = ["KIND", "TRIGGERS", "VERSION", "extract", "found"]

_LONG = 420
"""A sentence longer than this is shown only around its event."""


def extract(reading: Reading) -> Iterable[Fact]:
    """One fact for each happening that a clause tells of, of the families that proved right on unseen text."""
    return found(reading, settings.WITHHELD_EVENTS)


def found(reading: Reading, withheld: frozenset[str] = frozenset()) -> Iterator[Fact]:
    """The same, without some families. What is denied is a denial; what is asked or supposed is left out."""
    times: tuple[Fact, ...] | None = None
    seen: set[tuple[int, str, str]] = set()
    for offset, text, word in triggers.where(reading, TRIGGERS):
        if not _may_tell(reading, offset, text, word):
            continue
        place = syntax.around(reading, offset)
        if place is None:
            continue
        token = place.token(offset)
        happening = _happening(reading, place, token, word)
        if happening is None or happening.family in withheld:
            continue
        stands = ahead_of.standing_of(place, happening)
        key = place.at, happening.family, word
        if (
            stands.polarity == "?"
            or (stands.polarity == "-" and forecasts.foreseen(place.parse, place.tokens, token))
            or only_thought_of(place, happening)
            or (happening.nominal and stands.polarity == "-")
            or key in seen
        ):
            continue
        seen.add(key)
        times = settings.times(reading) if times is None else times
        yield _fact(reading, place, happening, stands, times)


def _may_tell(reading: Reading, offset: int, text: str, word: str) -> bool:
    """A cheap look before the clauses are read: whether there is what a word needs. It saves half of these parses.

    A capital inside a sentence makes a name of a word: neither a verb nor a noun of happening.
    """
    found = reading.tokens.around(offset) if reading.tokens is not None else None
    if found is None:
        return False
    at, tokens = found
    behind = bisect_right(tokens.start, offset - at, 0, tokens.size)
    if word in NEEDS and NEEDS[word].isdisjoint(tokens.low[behind : behind + REACH]):
        return False
    if word in WORDED and WORDED[word].isdisjoint(tokens.low):
        return False
    before = tokens.text[behind - 2] if behind > 1 else ""
    return not (text[0].isupper() and (before.isalnum() or before == ",") and not tokens.sentence.isupper())


def _happening(reading: Reading, place: Located, token: int, word: str) -> Happening | None:
    verb = place.parse.clause_of(token).verb
    if verb is not None and verb.head == token:
        return verbal(reading, place, token) if verb.lemma in VERBS else None
    return nominal(reading, place, token) if word in NOUNS and place.parse.tags[token] == "N" else None


class _Evidence(NamedTuple):
    start: int
    end: int


def _evidence(place: Located, token: int) -> _Evidence:
    """The sentence; of a long one, the clause of the event and what is around it."""
    tokens, at = place.tokens, place.at
    if len(tokens.sentence) <= _LONG:
        return _Evidence(at + tokens.start[0], at + tokens.end[tokens.size - 1])
    for clause in reversed(place.parse.chain(place.parse.owner[token])):
        start, end = at + tokens.start[clause.start], at + tokens.end[max(clause.start, clause.end - 1)]
        if end - start <= _LONG and clause.start <= token < clause.end:
            return _Evidence(start, end)
    first, last = max(0, token - 25), min(tokens.size - 1, token + 25)
    return _Evidence(at + tokens.start[first], at + tokens.end[last])


def _fact(
    reading: Reading, place: Located, happening: Happening, stands: standing.Standing, times: tuple[Fact, ...]
) -> Fact:
    token = happening.token
    tokens, at = place.tokens, place.at
    phrases = (happening.who.phrase if happening.who else None,)
    own = happening.nominal and not circumstances.occurs(place, token, disaster=happening.family == "disaster")
    when, modality = when_of(reading, place, happening, times, modality_of(place, happening, stands), own=own)
    where = (
        None if _of_the_thing(place, happening) else circumstances.place_within(reading, place, token, phrases, own=own)
    )
    if where and happening.whom and where.entity_id in {m.entity_id for m in happening.whom.members}:
        where = None
    shown = _evidence(place, token)
    return Fact(
        kind=KIND if stands.polarity == "+" else denials.KIND,
        polarity=stands.polarity,
        start_char=shown.start,
        end_char=shown.end,
        extractor=KIND,
        extractor_version=VERSION,
        subtype=happening.family,
        subject=_named(happening.who),
        predicate=tokens.phrase(_with_either(place, happening), _or_else(place, happening)),
        object=_named(happening.whom),
        modality=modality,
        certainty="likely" if partners.unsure(place, happening) else "certain",
        place=where.name if where else None,
        anchor_start=at + tokens.start[token],
        anchor_end=at + tokens.end[token],
        parties=_parties(happening.who, happening.whom, where, partners.others(reading, place, happening)),
        **when._asdict(),
    )


def _of_the_thing(place: Located, happening: Happening) -> bool:
    """Whether a place is not that of the event: where what is sold is (`sold its smelter | at Hamar`), or where one came from."""
    if happening.family == "condemnation":
        return place.tokens.low[place.parse.clause_of(happening.token).start] not in ("in", "at")
    if happening.family == "visit" and not happening.nominal and place.tokens.low[happening.token] not in _SEEING:
        return True
    if happening.nominal or happening.whom is None or happening.family not in ("trade", "acquisition"):
        return False
    end = happening.whom.phrase.end
    return happening.token < end and place.tokens.low[end : end + 1] in (["at"], ["in"], ["near"], ["outside"])


_SEEING = frozenset("visit visits visited visiting tour tours toured touring".split())


def _with_either(place: Located, happening: Happening) -> int:
    """The first token of what is told: the verb that is offered as the other of two goes with it (`killed or | wounded`)."""
    first, low = happening.first, place.tokens.low
    if low[first - 1] == "-" and low[first - 2] in ("re", "co") and not happening.nominal:
        first -= 2  # "was re- | elected"
    joined = low[first - 1] == "or" or (low[first - 1] == "," and _or_else(place, happening) > happening.last)
    if happening.nominal or first < 2 or not joined or place.parse.tags[first - 2] not in "vanb":
        return first
    first -= 2
    while first > 1 and low[first - 1] == "," and place.parse.tags[first - 2] in "an":
        first -= 2  # "killed, wounded or | captured"
    return first


def _or_else(place: Located, happening: Happening) -> int:
    """The token behind what is told, with the verbs that are offered instead: `killed, | wounded or captured`."""
    low, tags, last = place.tokens.low, place.parse.tags, happening.last
    at = last
    while not happening.nominal and at + 1 < place.tokens.size and low[at] in (",", "or") and tags[at + 1] in "an":
        if low[at] == "or":
            return at + 2
        at += 2
    return last


def _named(side: Argument | None) -> str | None:
    """The name of a side; None for a pronoun, which names nobody."""
    return side.name if side and (side.members or side.text.lower() not in _PRONOUNS) else None


_PRONOUNS = SOMEBODY | {"it", "they", "this", "that", "these", "those", "one", "the one", "the ones"}


def _parties(
    who: Argument | None, whom: Argument | None, where: Mention | None, others: tuple[Mention, ...]
) -> tuple[Party, ...]:
    """The doer, the other side, who else takes part, the place; each entity in one role."""
    roles = {m.entity_id: "agent" for m in (who.members if who else ())}
    for mention in whom.members if whom else ():
        roles.setdefault(mention.entity_id, "patient")
    for mention in others:
        roles.setdefault(mention.entity_id, "counterpart")
    if where:
        roles.setdefault(where.entity_id, "place")
    return tuple(Party(role=role, entity_id=entity) for entity, role in roles.items())
